import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The description of Alibaba Cloud Call Center's API, version 2020-07-01. The file names its sources. */
const FACTS = join(__dirname, 'alibaba-ccc-2020-07-01.json');

export interface ParameterFacts {
	name: string;
	type: string;
	in: 'query' | 'formData';
	required: boolean;
	wire?: 'json-string';
	example?: string;
}

export interface ActionFacts {
	name: string;
	purpose: string;
	method: 'GET' | 'POST';
	params: ParameterFacts[];
	/** The shape of the answer, with the names of types in place of values. Null if nobody has published it. */
	response: Record<string, unknown> | null;
	placesCall: boolean;
	readOnly: boolean;
	documentedErrors?: Array<[status: number, code: string]>;
}

export function readFacts(): ActionFacts[] {
	const { operations } = JSON.parse(readFileSync(FACTS, 'utf8')) as { operations: ActionFacts[] };
	return operations;
}
