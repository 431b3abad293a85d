import { epochMs, type Moment } from '../../common/action/dateTime';

/** `yyyy-MM-dd HH:mm:ss` in UTC, as CC-iSales writes times. */
export function utcText(moment: Moment, timeZone: string): string {
	return new Date(epochMs(moment, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
}

/** The time of the vendor's text, in ISO 8601; a text of another form stays as it is. */
export function isoOf(text: unknown): string | undefined {
	if (typeof text !== 'string' || text === '') return undefined;
	return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? `${text.replace(' ', 'T')}.000Z` : text;
}
