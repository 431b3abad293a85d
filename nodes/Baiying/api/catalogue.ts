import type { Effect } from '../../common/action/action';
import { HMAC, OPEN_PLATFORM } from './operations';

/** Baiying's two APIs: the open platform, and the older one whose requests are signed. The values of the parameter `authentication`. */
export type Api = 'openPlatform' | 'hmac';

export interface Parameter {
	/** The vendor's name, such as `taskId`. */
	name: string;
	/** The name of our field, such as `callJobId`. */
	field: string;
	type: 'text' | 'number' | 'boolean' | 'json';
	required: boolean;
}

/** One of the vendor's operations, and what it does in the world. */
export interface Operation {
	/** `byai.openapi.calljob.list`, or the path of the older API below `/openapi/v1`. */
	name: string;
	effect: Effect;
	/** A GET has its parameters in the query, a POST in its body. */
	method: 'GET' | 'POST';
	parameters: Parameter[];
	/** What it is for, in a few words. */
	purpose: string;
}

const PARAMETER = /^(\w+)(?:=(\w+))?(\{\}|#|\?)?(!)?$/;
const TYPES: ReadonlyMap<string | undefined, Parameter['type']> = new Map([
	['{}', 'json'],
	['#', 'number'],
	['?', 'boolean'],
]);

function parameterOf(text: string): Parameter {
	const [, name = '', field = name, sign, required] = PARAMETER.exec(text) ?? [];
	return { name, field, type: TYPES.get(sign) ?? 'text', required: required === '!' };
}

function operationOf(line: string): Operation {
	const [name = '', effect, method, parameters = '', purpose = ''] = line.split('|');
	return {
		name,
		effect: effect as Effect,
		method: method as Operation['method'],
		parameters: parameters === '' ? [] : parameters.split(' ').map(parameterOf),
		purpose,
	};
}

function read(lines: string): ReadonlyMap<string, Operation> {
	return new Map(lines.trim().split('\n').map(operationOf).map((operation) => [operation.name, operation]));
}

/** Read when the first operation is needed: a workflow with other vendors' nodes alone never needs it. */
let catalogue: Record<Api, ReadonlyMap<string, Operation>> | undefined;

function operationsOf(api: Api): ReadonlyMap<string, Operation> {
	catalogue ??= { openPlatform: read(OPEN_PLATFORM), hmac: read(HMAC) };
	return catalogue[api];
}

export function vendorOperations(api: Api): Operation[] {
	return [...operationsOf(api).values()];
}

/** An operation by its name; undefined for one that the descriptions don't have. */
export function vendorOperation(api: Api, name: string): Operation | undefined {
	return operationsOf(api).get(name);
}

/** Throws for a name that isn't in the descriptions, which is a mistake in this pack. */
export function knownOperation(api: Api, name: string): Operation {
	const operation = vendorOperation(api, name);
	if (!operation) throw new Error(`Baiying has no operation ${name}`);
	return operation;
}
