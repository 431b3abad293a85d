import type { AiccFacts, AiccField } from '../../../catalogue/aiccFacts';
import { AiccRefusal } from './errors';
import type { BodyEdition } from './options';

/** The fields of a request, as they stand in its JSON. */
export type Fields = Record<string, unknown>;

const DIALABLE = /^[0-9*#]+$/;
const NUMBERS = new Set(['caller', 'called', 'softPhone', 'callerPresent', 'agentPresent']);
const CALLBACK = /^[a-zA-Z0-9\-:./_#?&]+$/;

function isObject(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOfType({ type }: AiccField, value: unknown): boolean {
	if (type === 'list') return Array.isArray(value);
	return type === 'object' ? isObject(value) : typeof value === type;
}

function faultOf(field: AiccField, value: unknown): string | undefined {
	if (!isOfType(field, value)) return `is not a ${field.type}`;
	const length = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
	if (field.max !== undefined && length > field.max) return `is longer than ${field.max}`;
	if (field.values && !field.values.includes(value as string)) return 'is not one of the known values';
	if (NUMBERS.has(field.name) && value !== '' && !DIALABLE.test(value as string)) return 'is not a number to dial';
	if (field.name === 'callBackUrl' && !CALLBACK.test(Buffer.from(value as string, 'base64').toString())) return 'is not the Base64 of a URL';
	return undefined;
}

function unwrapped(body: unknown, { wrapper, wrongCode }: AiccFacts, edition: BodyEdition): Fields {
	const fields = wrapper !== undefined && edition === 'wrapped' && isObject(body) ? body[wrapper] : body;
	if (isObject(fields)) return fields;
	throw new AiccRefusal(wrongCode, `${wrapper ?? 'The body'} is not an object`);
}

/**
 * The fields of a request, held against the description of the interface. It is stricter than the vendor, which may pass over what it
 * doesn't know: a wrong name is a mistake of the client.
 *
 * @throws AiccRefusal
 */
export function admitted(body: unknown, facts: AiccFacts, edition: BodyEdition): Fields {
	const fields = unwrapped(body, facts, edition);
	for (const [name, value] of Object.entries(fields)) {
		const field = facts.fields.find((one) => one.name === name);
		const fault = field ? faultOf(field, value) : 'is unknown';
		if (fault) throw new AiccRefusal(facts.wrongCode, `${name} ${fault}`);
	}
	const missing = facts.fields.find(({ name, required }) => required && (fields[name] === undefined || fields[name] === ''));
	if (missing) throw new AiccRefusal(facts.wrongCode, `${missing.name} is missing`);
	return fields;
}
