/** A day of the calendar, such as 2026-11-21. */
export type Day = string;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** `mon` is Monday. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

function daysSince1970(day: Day): number {
	return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day so many days later. */
export function later(day: Day, days: number): Day {
	return new Date((daysSince1970(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

export function weekdayOf(day: Day): Weekday {
	// 1 January 1970 was a Thursday.
	return WEEKDAYS[(daysSince1970(day) + 3) % 7] as Weekday;
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
	return later(day, -WEEKDAYS.indexOf(weekdayOf(day)));
}

/** The calendar and the clock of a time zone. Moments are milliseconds since 1970. */
export class Calendar {
	private readonly format: Intl.DateTimeFormat;

	/** The moments that were looked up, since that takes time, and all items ask for the same ones. */
	private readonly moments = new Map<string, number>();

	/** The minute that was looked up last, since most questions are about the present one. */
	private last = { minute: Number.NaN, shown: Number.NaN };

	/** @param timeZone such as Asia/Shanghai; throws a RangeError for one that doesn't exist */
	constructor(timeZone: string) {
		this.format = new Intl.DateTimeFormat('en-CA', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		});
	}

	dayOf(at: number): Day {
		return new Date(this.wallClock(at)).toISOString().slice(0, 10);
	}

	/** Of the day, from 0 to 23. */
	hourOf(at: number): number {
		return new Date(this.wallClock(at)).getUTCHours();
	}

	/** What the clock shows, as if it were UTC. No clock jumps within a minute. */
	private wallClock(at: number): number {
		const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
		if (minute !== this.last.minute) this.last = { minute, shown: this.shownAt(minute) };
		return this.last.shown + at - minute;
	}

	private shownAt(at: number): number {
		const parts = Object.fromEntries(this.format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
		const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
		return Date.UTC(year, month - 1, day, hour, minute, second);
	}

	/**
	 * The moment when the clock shows a time. A time that the clock shows twice, when summer time ends, has two moments. One that it
	 * leaves out, when summer time begins, is taken for the moment at which it jumps ahead.
	 *
	 * @param minutes since midnight; 24 hours or more belong to the days after
	 */
	moment(day: Day, minutes: number, which: 'first' | 'last' = 'first'): number {
		const name = `${day} ${minutes} ${which}`;
		const moment = this.moments.get(name) ?? this.findMoment(day, minutes, which);
		this.moments.set(name, moment);
		return moment;
	}

	private findMoment(day: Day, minutes: number, which: 'first' | 'last'): number {
		const shown = daysSince1970(day) * DAY_MS + minutes * MINUTE_MS;
		const offsets = [shown - DAY_MS, shown + DAY_MS].map((near) => this.wallClock(near) - near);
		const [earliest = 0, latest = 0] = offsets.map((offset) => shown - offset).sort((a, b) => a - b);
		const right = [earliest, latest].filter((at) => this.wallClock(at) === shown);
		if (right.length > 0) return which === 'first' ? Math.min(...right) : Math.max(...right);
		return this.jumpBetween(earliest, latest);
	}

	/** When the clock jumps ahead, to the second. */
	private jumpBetween(before: number, after: number): number {
		let [low, high] = [before, after];
		const offset = this.wallClock(low) - low;
		while (high - low > 1000) {
			const middle = Math.floor((low + high) / 2000) * 1000;
			if (this.wallClock(middle) - middle === offset) low = middle;
			else high = middle;
		}
		return high;
	}
}
