import type { ActionFacts } from '../../catalogue/facts';

type Params = Record<string, string>;

const SOME_TIME = Date.UTC(2026, 0, 2, 3, 4, 5);

/** The example that the description has for a value of this name, of whichever action. */
function exampleOf({ params }: ActionFacts, name: string): string | undefined {
	return params.find((parameter) => parameter.name === name)?.example;
}

function someNumber(name: string): number {
	return /Time$|Date$/.test(name) ? SOME_TIME : 1;
}

function valueOf(facts: ActionFacts, params: Params, name: string, shape: unknown): unknown {
	if (Array.isArray(shape)) return [valueOf(facts, params, name, shape[0])];
	if (typeof shape === 'object' && shape !== null) return objectOf(facts, params, shape);
	const given = params[name];
	if (shape === 'number') return given === undefined ? someNumber(name) : Number(given);
	if (shape === 'boolean') return given === undefined ? true : given === 'true';
	return given ?? exampleOf(facts, name) ?? name;
}

function objectOf(facts: ActionFacts, params: Params, shape: object): Record<string, unknown> {
	return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, valueOf(facts, params, name, inner)]));
}

const ENVELOPE = new Set(['Code', 'HttpStatusCode', 'Message', 'Params', 'RequestId']);

/**
 * An answer in the documented shape, without its envelope and with the values of the request in it. It only looks alive: nothing is
 * remembered, and another request finds nothing of it.
 */
export function shapeOnly(facts: ActionFacts, params: Params): Record<string, unknown> {
	const shape = Object.entries(facts.response ?? {}).filter(([name]) => !ENVELOPE.has(name));
	return objectOf(facts, params, Object.fromEntries(shape));
}

/** The value without the fields that its documented shape lacks. */
export function inShape(shape: unknown, value: unknown): unknown {
	if (Array.isArray(shape) && Array.isArray(value)) return value.map((entry: unknown) => inShape(shape[0], entry));
	if (!isFields(shape) || !isFields(value)) return value;
	const known = Object.entries(value).filter(([name]) => name in shape);
	return Object.fromEntries(known.map(([name, inner]) => [name, inShape(shape[name], inner)]));
}

function isFields(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
