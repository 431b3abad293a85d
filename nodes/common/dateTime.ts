import { InputError } from './errors';
import { quoted, type Field } from './fields';

/** A moment as a field returns it: milliseconds since 1970, or a date and time (`2026-11-21T09:00`) in the workflow's time zone. */
export type Moment = number | { local: string };

const DATE_TIME = /^((\d{4}-\d{2})-(\d{2}))(?:[T ]((\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)(?: ?(Z|[+-]\d{2}(?::?\d{2})?))?)?$/;
/** 1973; a smaller number is hardly meant as milliseconds. */
const FIRST_MS = 100_000_000_000;
/** 2286; the last with 13 digits. */
const LAST_MS = 9_999_999_999_999;

const RIGHT = 'give a date and time such as 2026-11-21T09:00:00, or milliseconds since 1970';

/** Says what is wrong with a value; without a reason it isn't a date at all. */
class Fault {
	constructor(readonly reason?: string) {}
}

function fromMilliseconds(value: number): number | Fault {
	if (!Number.isInteger(value)) return new Fault('that is not a whole number of milliseconds');
	if (value < FIRST_MS) return new Fault('that is too little for milliseconds since 1970; seconds need three more zeros');
	return value > LAST_MS ? new Fault('that is too much for milliseconds since 1970') : value;
}

function lastDayOf(month: string): number {
	const [year, number] = month.split('-').map(Number);
	return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
}

/** Date and time have the right shape; JavaScript would take 30 February for 2 March, and 24:00 for the next day. */
function impossible(month: string, day: string, hour = '00', minute = '00', second = '00'): Fault | undefined {
	const number = month.slice(-2);
	if (number < '01' || number > '12') return new Fault(`there is no month ${number}`);
	if (day < '01' || Number(day) > lastDayOf(month)) return new Fault(`there is no day ${day} in ${month}`);
	if (hour > '23') return new Fault(`there is no hour ${hour}, a day ends at 23:59:59`);
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
	// An expression such as {{ $now }} delivers an object that can write itself down.
	const text = String(raw).trim();
	return /^\d+$/.test(text) ? fromMilliseconds(Number(text)) : fromText(text);
}

/** A date and time. An empty one is not sent. */
export function optionalDateTime(options: { displayName: string; description: string }): Field<Moment | undefined> {
	const { displayName, description } = options;
	return {
		property: { displayName, type: 'dateTime', default: '', description },
		read(raw) {
			if (raw === undefined || raw === null || raw === '') return undefined;
			const moment = momentOf(raw);
			if (!(moment instanceof Fault)) return moment;
			const remedy = moment.reason === undefined ? RIGHT : `${moment.reason}. ${RIGHT.replace('give', 'Give')}`;
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
	// The zone's offset depends on the moment that is looked for. Two steps are enough, also around a change of the clocks.
	const near = asUtc - offsetMs(timeZone, asUtc);
	return asUtc - offsetMs(timeZone, near);
}
