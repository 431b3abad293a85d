import type { ActionFacts, ParameterFacts } from '../../catalogue/facts';
import { blankParameter, GatewayError, invalidParameter, missingParameter } from './errors';

/** The parameters of a request by the place in which they came. */
export interface GivenParameters {
	query: Array<[string, string]>;
	formData: Array<[string, string]>;
}

const WHOLE_NUMBER = /^-?\d+$/;

function isJson(value: string): boolean {
	try {
		return typeof JSON.parse(value) === 'object';
	} catch {
		return false;
	}
}

function isOfType({ type, wire }: ParameterFacts, value: string): boolean {
	if (wire === 'json-string') return isJson(value);
	if (type === 'number') return WHOLE_NUMBER.test(value);
	return type !== 'boolean' || value === 'true' || value === 'false';
}

/** Stricter than the vendor, which passes over what it doesn't know: a name or a place that is wrong is a mistake of the client. */
function check(facts: ActionFacts, place: keyof GivenParameters, name: string, value: string): void {
	const parameter = facts.params.find((candidate) => candidate.name === name);
	if (!parameter) throw new GatewayError(400, 'UnknownParameter', `The action ${facts.name} has no parameter ${name}.`);
	if (parameter.in !== place) throw new GatewayError(400, 'MisplacedParameter', `The parameter ${name} belongs into ${parameter.in}.`);
	if (value.trim() !== '' && !isOfType(parameter, value)) throw invalidParameter(name);
}

/**
 * The parameters of a request whose signature is right, held against the description of the API: names, places, types, and that none
 * is missing.
 *
 * @throws GatewayError
 */
export function admitted(facts: ActionFacts, given: GivenParameters): Record<string, string> {
	for (const place of ['query', 'formData'] as const) for (const [name, value] of given[place]) check(facts, place, name, value);
	const params = Object.fromEntries([...given.query, ...given.formData]);
	const missing = facts.params.find(({ name, required }) => required && params[name] === undefined);
	if (missing) throw missingParameter(missing.name);
	return params;
}

/** Throws the call center's own error for a required parameter that is blank. */
export function refuseBlank(facts: ActionFacts, params: Record<string, string>): void {
	const blank = facts.params.find(({ name, required }) => required && params[name]?.trim() === '');
	if (blank) throw blankParameter(blank.name);
}
