import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The two APIs of Baiying, by the values of the node's parameter `authentication`. */
export type Api = 'openPlatform' | 'hmac';

export const APIS: readonly Api[] = ['openPlatform', 'hmac'];

/** The descriptions of the APIs. Each file names its sources. */
const FILES: Record<Api, string> = { openPlatform: 'baiying-open-platform.json', hmac: 'baiying-hmac.json' };

export interface ParameterFacts {
	name: string;
	/** The name of our field, where it differs. */
	field?: string;
	type: 'string' | 'number' | 'boolean' | 'list' | 'object';
	required: boolean;
}

export interface OperationFacts {
	/** `byai.openapi.calljob.list`, or the path of the older API below `/openapi/v1`. */
	name: string;
	method: 'GET' | 'POST';
	effect: 'read' | 'change' | 'dial';
	purpose: string;
	source: string;
	params: ParameterFacts[];
	/** An example of the answer's `data`; null if it has none. */
	answer: unknown;
}

export function readBaiyingFacts(api: Api): OperationFacts[] {
	const { operations } = JSON.parse(readFileSync(join(__dirname, FILES[api]), 'utf8')) as { operations: OperationFacts[] };
	return operations;
}
