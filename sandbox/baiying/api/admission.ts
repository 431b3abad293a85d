import type { Api, OperationFacts, ParameterFacts } from '../../../catalogue/baiyingFacts';
import { BaiyingError, CODES } from './errors';

/** The parameters of a request under the vendor's names: text from a query or a form, else as they stand in the JSON. */
export type Params = Record<string, unknown>;

const WHOLE_NUMBER = /^-?\d+$/;

function parsed(value: string): unknown {
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

/** The value in its own type; undefined if it is of another. */
function typed({ type }: ParameterFacts, value: unknown, isText: boolean): unknown {
	if (type === 'string') return typeof value === 'string' ? value : undefined;
	const own = isText && typeof value === 'string' && (type !== 'number' || WHOLE_NUMBER.test(value)) ? parsed(value) : value;
	if (type === 'list') return Array.isArray(own) ? own : undefined;
	return typeof own === type ? own : undefined;
}

/**
 * The parameters of a request, held against the description of the API: names, types, and that none is missing. It is stricter than
 * the vendor, which passes over what it doesn't know. A wrong name is a mistake of the client.
 *
 * @param isText whether the values came as text, in a query or a form
 * @throws BaiyingError
 */
export function admitted(api: Api, { params }: OperationFacts, given: Params, isText: boolean): Params {
	const wrong = (text: string) => new BaiyingError(CODES[api].parameter, text);
	const entries = Object.entries(given).map(([name, value]) => {
		const facts = params.find((parameter) => parameter.name === name);
		if (!facts) throw wrong(`参数错误: ${name} 不存在`);
		const own = typed(facts, value, isText);
		if (own === undefined) throw wrong(`参数错误: ${name} 应为${facts.type}`);
		return [name, own] as const;
	});
	const all: Params = Object.fromEntries(entries);
	const missing = params.find(({ name, required }) => required && (all[name] === undefined || all[name] === ''));
	if (missing) throw wrong(`参数错误: ${missing.name} 不能为空`);
	return all;
}
