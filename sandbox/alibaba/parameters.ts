import { invalidParameter, tooLarge, tooSmall } from './errors';

export type Params = Record<string, string>;

/** A list parameter: JSON inside a string. */
export function listOf(name: string, params: Params): string[] | undefined {
	const value = params[name];
	if (value === undefined) return undefined;
	try {
		const list: unknown = JSON.parse(value);
		if (Array.isArray(list)) return list.map(String);
	} catch {
		// Answered below.
	}
	throw invalidParameter(name);
}

/** A time in milliseconds. */
export function milliseconds(name: string, params: Params): number | undefined {
	const value = params[name];
	if (value !== undefined && !/^\d{13}$/.test(value)) throw invalidParameter(name);
	return value === undefined ? undefined : Number(value);
}

/** A positive whole number, or a gateway error that names the parameter. */
export function positiveInteger(name: string, value: string | undefined): number {
	if (!/^[1-9]\d{0,8}$/.test(value ?? '')) throw invalidParameter(name);
	return Number(value);
}

const DEFAULT_TIMEOUT_SECONDS = 30;

/** How long phones ring. */
export function timeoutSeconds({ TimeoutSeconds }: Params, least = 1, most = 300): number {
	if (TimeoutSeconds === undefined) return DEFAULT_TIMEOUT_SECONDS;
	const seconds = positiveInteger('TimeoutSeconds', TimeoutSeconds);
	if (seconds > most) throw tooLarge('TimeoutSeconds', String(most));
	if (seconds < least) throw tooSmall('TimeoutSeconds', String(least));
	return seconds;
}
