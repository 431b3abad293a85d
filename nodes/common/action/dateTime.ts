import { InputError } from '../vendor/errors';
import { quoted, type Field } from './fields';

/** A moment as a field returns it: milliseconds since 1970, or a date and time (`2026-11-21T09:00`) in the workflow's time zone. */
export type Moment = number | { local: string };

const DATE_TIME = /^((\d{4}-\d{2})-(\d{2}))(?:[T ]((\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)(?: ?(Z|[+-]\d{2}(?::?\d{2})?))?)?$/;
/** 1973; a smaller number is hardly meant to be milliseconds. */
const FIRST_MS = 100_000_000_000;
/** 2286; the last with 13 digits. */
const LAST_MS = 9_999_999_999_999;

const RIGHT = 'enter a date and time such as 2026-11-21T09:00:00, or milliseconds since 1970';

/** What is wrong with a value. Without a reason, it isn't a date at all. */
class Fault {
	constructor(readonly reason?: string) {}
}

function fromMilliseconds(value: number): number | Fault {
	if (!Number.isInteger(value)) return new Fault('that is not a whole number of milliseconds');
	if (value < FIRST_MS) return new Fault('that is too small for milliseconds since 1970; seconds need three more zeros');
	return value > LAST_MS ? new Fault('that is too large for milliseconds since 1970') : value;
}

function lastDayOf(month: string): number {
	const [year, number] = month.split('-').map(Number);
	return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
}

/** What is impossible in a date and time of the right shape. JavaScript would take 30 February for 2 March, and 24:00 for the next day. */
function impossible(month: string, day: string, hour = '00', minute = '00', second = '00'): Fault | undefined {
	const number = month.slice(-2);
	if (number < '01' || number > '12') return new Fault(`there is no month ${number}`);
	if (day < '01' || Number(day) > lastDayOf(month)) return new Fault(`there is no day ${day} in ${month}`);
	if (hour > '23') return new Fault(`there is no hour ${hour}; a day ends at 23:59:59`);
	if (minute > '59') return new Fault(`there is no minute ${minute}`);
	return second > '59' ? new Fault(`there is no second ${second}`) : undefined;
}

function offsetOf(written: string): number | Fault {
	if (written === 'Z') return 0;
	const hours = written.slice(1, 3);
	const minutes = written.slice(3).replace(':', '') || '00';
	if (hours > '23' || minutes > '59') return new Fault(`there is no offset of ${hours}:${minutes} hours`);
	const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
	return written.startsWith('-') ? -ms : ms;
}

function fromText(text: string): Moment | Fault {
	const [, date, month = '', day = '', time, hour, minute, second, written] = DATE_TIME.exec(text) ?? [];
	if (date === undefined) return new Fault();
	const fault = impossible(month, day, hour, minute, second);
	if (fault) return fault;
	const local = `${date}T${time ?? '00:00'}`;
	if (written === undefined) return { local };
	const offset = offsetOf(written);
	return offset instanceof Fault ? offset : Date.parse(`${local}Z`) - offset;
}

function momentOf(raw: unknown): Moment | Fault {
	if (typeof raw === 'number') return fromMilliseconds(raw);
	if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? new Fault() : raw.getTime();
	// An expression such as {{ $now }} returns an object that converts itself to text.
	const text = String(raw).trim();
	return /^\d+$/.test(text) ? fromMilliseconds(Number(text)) : fromText(text);
}

/** A date and time. */
export function dateTime(options: { displayName: string; description: string }): Field<Moment> {
	const { displayName, description } = options;
	return {
		property: { displayName, type: 'dateTime', default: '', description },
		toFill: RIGHT,
		read(raw) {
			if (raw === undefined || raw === null || raw === '') return undefined;
			const moment = momentOf(raw);
			if (!(moment instanceof Fault)) return moment;
			const remedy = moment.reason === undefined ? RIGHT : `${moment.reason}. ${RIGHT.replace('enter', 'Enter')}`;
			throw new InputError(`'${displayName}' is ${quoted(String(raw))}: ${remedy}`);
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
	const asUtc = Date.parse(`${moment.local}Z`);
	// The zone's offset depends on the moment that is being sought. Two steps are enough, even around a clock change.
	const near = asUtc - offsetMs(timeZone, asUtc);
	return asUtc - offsetMs(timeZone, near);
}

function isMoment(value: unknown): value is { local: string } {
	return typeof value === 'object' && value !== null && 'local' in value;
}

/** The values of an action with all moments as milliseconds since 1970. */
export function inEpochMs<T extends object>(values: T, timeZone: string): { [K in keyof T]: Exclude<T[K], { local: string }> } {
	const entries = Object.entries(values).map(([name, value]) => [name, isMoment(value) ? epochMs(value, timeZone) : value]);
	return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], { local: string }> };
}
