import { InputError } from '../../vendor/errors';

/** A resource locator arrives as an object; n8n does not unwrap it inside a collection. */
export function unwrap(raw: unknown): unknown {
	const isLocator = typeof raw === 'object' && raw !== null && '__rl' in raw && 'value' in raw;
	return isLocator ? raw.value : raw;
}

/** The text of a value. A phone number that an expression returns as a JSON number becomes its digits. */
export function asText(raw: unknown, label: string): string {
	const value = unwrap(raw);
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new InputError(`'${label}' must be text, but it is ${describe(value)}. Check the expression in this field`);
}

/** Like `asText`, but refuses a number that has lost digits, as long IDs do in JavaScript. */
export function exactText(raw: unknown, label: string): string {
	const text = asText(raw, label);
	if (typeof unwrap(raw) === 'number' && Math.abs(Number(text)) > Number.MAX_SAFE_INTEGER) {
		throw new InputError(`'${label}' is ${text}, a number too large to keep all its digits: enter it as text, in quotes`);
	}
	return text;
}

export function describe(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A field's value as a message shows it: in quotes and not too long. */
export function quoted(value: string): string {
	return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
}
