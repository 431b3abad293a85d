import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ISalesVersion = 'v1' | 'v2';

export interface ISalesParameter {
	name: string;
	type: 'string' | 'number' | 'boolean' | 'list' | 'object';
	required: boolean;
	/** The versions of the operation that have it; all if left out. */
	versions?: ISalesVersion[];
}

export interface ISalesOperation {
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below `/rest/isales/{version}/openapi/campaigns/{vdnId}`, with names in braces. */
	path: string;
	versions: ISalesVersion[];
	effect: 'read' | 'change' | 'dial';
	purpose: string;
	source: string;
	query: ISalesParameter[];
	body: ISalesParameter[];
	/** An example of the answer's `returnObject`; null if it has none. */
	answer: unknown;
}

/** The operations of CC-iSales, the campaigns of Huawei's contact center. The file names its sources. */
export function readISalesFacts(): ISalesOperation[] {
	const { operations } = JSON.parse(readFileSync(join(__dirname, 'huawei-isales.json'), 'utf8')) as { operations: ISalesOperation[] };
	return operations;
}
