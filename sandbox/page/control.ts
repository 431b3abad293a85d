import { FAULT_KINDS, type Fault, type FaultKind } from '../faults';
import { ANSWERS, VENDORS, type Answer, type PhoneBehaviour, type Vendor } from '../phones';

/** The request's content is wrong; the message says how. */
export class InputError extends Error {}

type Input = Record<string, unknown>;

/** Checks a fault that came as JSON. Throws an `InputError`. */
export function readFault(body: unknown): Fault {
	const input = readObject(body, ['vendor', 'operation', 'kind', 'times', 'every', 'delayMs', 'match']);
	return withoutUndefined({
		vendor: readOneOf<Vendor>(input, 'vendor', VENDORS),
		kind: readOneOf<FaultKind>(input, 'kind', FAULT_KINDS),
		operation: input.operation === undefined ? undefined : readText(input, 'operation'),
		times: readWhole(input, 'times', 1),
		every: readWhole(input, 'every', 1),
		delayMs: readWhole(input, 'delayMs', 0),
		match: readMatch(input),
	});
}

/** Checks what a phone is to do when it rings. Throws an `InputError`. */
export function readBehaviour(body: unknown): Partial<PhoneBehaviour> {
	const input = readObject(body, ['answer', 'ringMs', 'talkMs']);
	return withoutUndefined({
		answer: input.answer === undefined ? undefined : readOneOf<Answer>(input, 'answer', ANSWERS),
		ringMs: readWhole(input, 'ringMs', 0),
		talkMs: readWhole(input, 'talkMs', 0),
	});
}

function readObject(body: unknown, known: string[]): Input {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw new InputError('Send a JSON object with the content type application/json.');
	}
	const unknown = Object.keys(body).find((name) => !known.includes(name));
	if (unknown) throw new InputError(`${unknown} is not known. Use ${known.join(', ')}.`);
	return body as Input;
}

function readOneOf<T extends string>(input: Input, name: string, allowed: readonly T[]): T {
	const value = allowed.find((one) => one === input[name]);
	if (value === undefined) throw new InputError(`${name} must be one of ${allowed.join(', ')}.`);
	return value;
}

function readText(input: Input, name: string): string {
	const value = input[name];
	if (typeof value !== 'string' || value === '') throw new InputError(`${name} must be text.`);
	return value;
}

function readWhole(input: Input, name: string, least: number): number | undefined {
	const value = input[name];
	if (value === undefined) return undefined;
	if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) {
		throw new InputError(`${name} must be a whole number, at least ${least}.`);
	}
	return value;
}

function readMatch({ match }: Input): Record<string, string> | undefined {
	if (match === undefined) return undefined;
	if (typeof match !== 'object' || match === null || Array.isArray(match)) {
		throw new InputError('match must be an object of request parameters.');
	}
	return Object.fromEntries(Object.entries(match).map(([name, value]) => [name, String(value)]));
}

function withoutUndefined<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}
