import type { Json } from './tidyJson';

/** A non-empty string, or a number as text; null for anything else. */
export function text(value: Json | undefined): string | null {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** The first value that is text; null if there is none. */
export function firstText(values: Array<Json | undefined>): string | null {
	for (const value of values) {
		const found = text(value);
		if (found !== null) return found;
	}
	return null;
}

/** A number, also from a string with or without a unit (`"27秒"`); null for anything else. */
export function amount(value: Json | undefined): number | null {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string' || !/^-?\d{1,15}(\.\d{1,15})?\s*(秒|ms|s)?$/.test(value.trim())) return null;
	return Number.parseFloat(value);
}

/** A boolean, also from 0, 1 and their strings; null for anything else. */
export function flag(value: Json | undefined): boolean | null {
	if (typeof value === 'boolean') return value;
	if (value === 1 || value === '1' || value === 'true') return true;
	if (value === 0 || value === '0' || value === 'false') return false;
	return null;
}

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const LATEST_MS = 8.64e15;
const ZONELESS = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T.+(?:Z|[+-]\d{2}:?\d{2})$/;

function inChina(epochMs: number): string {
	return new Date(epochMs + CHINA_OFFSET_MS).toISOString().replace('Z', '+08:00');
}

/**
 * ISO 8601 with `+08:00` from a zone-less China time (`2019-01-12 16:09:32`), a zoned ISO time or epoch milliseconds.
 * Any other text is returned unchanged; null when there is none.
 */
export function chinaTime(value: Json | undefined): string | null {
	const given = text(value);
	if (given === null) return null;
	if (/^\d{12,14}$/.test(given)) return Number(given) < LATEST_MS / 2 ? inChina(Number(given)) : given;
	const zoneless = ZONELESS.exec(given);
	if (!zoneless && !ZONED.test(given)) return given;
	const epochMs = Date.parse(zoneless ? `${zoneless[1]}T${zoneless[2]}+08:00` : given);
	if (Number.isNaN(epochMs)) return given;
	const time = inChina(epochMs);
	return zoneless && !time.startsWith(zoneless[1] ?? '') ? given : time;
}
