import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The description of the interfaces of Huawei AICC that need no agent. The file names its sources. */
const FACTS = join(__dirname, 'huawei-aicc.json');

export interface AiccField {
	name: string;
	type: 'string' | 'number' | 'list' | 'object';
	required: boolean;
	/** Characters of a text, or entries of a list. */
	max?: number;
	values?: Array<string | number>;
}

export interface AiccFacts {
	name: string;
	/** From the root of the base URL; all are a POST. */
	path: string;
	purpose: string;
	source: string;
	/** What the vendor's table puts around the fields. */
	wrapper?: string;
	/** How the answer names its result code. */
	code: 'retCode' | 'returnCode' | 'resultCode';
	/** The result code for a wrong value. */
	wrongCode: string;
	fields: AiccField[];
	/** The answer of an interface that remembers nothing. */
	answer?: Record<string, unknown>;
}

export function readAiccFacts(): AiccFacts[] {
	const { operations } = JSON.parse(readFileSync(FACTS, 'utf8')) as { operations: AiccFacts[] };
	return operations;
}
