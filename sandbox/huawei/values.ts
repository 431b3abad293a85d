/** The documents' samples send numbers and booleans as strings, other clients as such: both are accepted. */

/** `undefined` when the value is missing or empty; NaN when it is anything but an integer. */
export function integerOf(value: unknown): number | undefined {
	if (!isGiven(value)) return undefined;
	if (typeof value === 'number') return Number.isInteger(value) ? value : NaN;
	return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : NaN;
}

/** The fallback when the value is missing or empty. */
export function booleanOf(value: unknown, fallback: boolean): boolean {
	return isGiven(value) ? String(value) === 'true' : fallback;
}

/** "" when the value is missing. */
export function textOf(value: unknown): string {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' ? value : '';
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}
