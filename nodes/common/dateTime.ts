import { InputError } from './errors';
import { quoted, type Field } from './fields';

/** A moment as a field gives it: milliseconds since 1970, or a date and time in the workflow's time zone. */
export type Moment = number | { local: string };

const LOCAL = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/;
/** 1973; a number below it is hardly meant as milliseconds. */
const FIRST_MS = 100_000_000_000;

function momentOf(raw: unknown): Moment | undefined {
	const value = raw instanceof Date || typeof raw === 'number' ? Number(raw) : String(raw).trim();
	if (typeof value === 'number' || /^\d+$/.test(value)) return Number(value) >= FIRST_MS ? Number(value) : undefined;
	if (LOCAL.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : { local: value };
	const time = WITH_OFFSET.test(value) ? Date.parse(value) : Number.NaN;
	return Number.isNaN(time) ? undefined : time;
}

/** A date and time. Empty is not sent. */
export function optionalDateTime(options: { displayName: string; description: string }): Field<Moment | undefined> {
	const { displayName, description } = options;
	return {
		property: { displayName, type: 'dateTime', default: '', description },
		read(raw) {
			if (raw === undefined || raw === null || raw === '') return undefined;
			// What an expression such as {{ $now }} gives is an object that knows how to write itself down.
			const moment = momentOf(raw);
			if (moment !== undefined) return moment;
			throw new InputError(`'${displayName}' is ${quoted(String(raw))}: give a date and time such as 2026-11-21T09:00:00, or milliseconds since 1970`);
		},
	};
}

/** How far the zone is ahead of UTC at a moment, in milliseconds. */
function offsetMs(timeZone: string, at: number): number {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
	const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
	return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** Milliseconds since 1970. */
export function epochMs(moment: Moment, timeZone: string): number {
	if (typeof moment === 'number') return moment;
	const [date, time = '00:00'] = moment.local.split(/[T ]/);
	const asUtc = Date.parse(`${date}T${time}Z`);
	// The zone's offset at that time, which is itself only known within a day: twice is enough around a change of the clocks.
	const near = asUtc - offsetMs(timeZone, asUtc);
	return asUtc - offsetMs(timeZone, near);
}
