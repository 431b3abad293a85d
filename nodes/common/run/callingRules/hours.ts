import type { CallingWindow } from '../../action/callingRules';
import { later, weekdayOf, type Calendar, type Day } from './calendar';

/** Milliseconds since 1970; the end is not part of it. */
interface Span {
	start: number;
	end: number;
}

export interface CallingHours {
	/** None means at any time. */
	windows: CallingWindow[];
	daysOff: Day[];
	/** Worked like a Monday, whatever their weekday. */
	extraWorkingDays: Day[];
}

const DAY_MINUTES = 24 * 60;
/** How far ahead to look for a time when calls may go out. */
const MOST_DAYS = 370;
const ALWAYS: CallingWindow = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' };

function minutesOf(time: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
}

/** When calls may go out. */
export class Hours {
	private readonly windows: CallingWindow[];

	constructor(
		private readonly calendar: Calendar,
		private readonly hours: CallingHours,
	) {
		this.windows = hours.windows.length > 0 ? hours.windows : [ALWAYS];
	}

	/** The moment itself if calls may go out then, or else the next one when they may; undefined if there is none within a year. */
	next(at: number): number | undefined {
		// A window of the day before may reach over midnight.
		const first = later(this.calendar.dayOf(at), -1);
		for (let days = 0; days < MOST_DAYS; days++) {
			const spans = this.spansOf(later(first, days)).filter(({ start, end }) => start < end && end > at);
			if (spans.length > 0) return Math.max(at, Math.min(...spans.map(({ start }) => start)));
		}
		return undefined;
	}

	isOpen(at: number): boolean {
		return this.next(at) === at;
	}

	/** The windows that begin on a day. */
	private spansOf(day: Day): Span[] {
		const { daysOff, extraWorkingDays } = this.hours;
		const isExtra = extraWorkingDays.includes(day);
		if (daysOff.includes(day) && !isExtra) return [];
		const weekday = isExtra ? 'mon' : weekdayOf(day);
		return this.windows.filter(({ days }) => days.includes(weekday)).map((window) => this.spanOf(day, window));
	}

	private spanOf(day: Day, { from, to }: CallingWindow): Span {
		const [start, end] = [minutesOf(from), minutesOf(to)];
		const isOverMidnight = end < start;
		const spanEnd = this.endOf(day, isOverMidnight ? end + DAY_MINUTES : end, isOverMidnight);
		return { start: this.calendar.moment(day, start, 'last'), end: spanEnd };
	}

	/** A window that reaches into a day off ends at midnight. */
	private endOf(day: Day, minutes: number, isOverMidnight: boolean): number {
		const next = later(day, 1);
		const isOff = this.hours.daysOff.includes(next) && !this.hours.extraWorkingDays.includes(next);
		return this.calendar.moment(day, isOverMidnight && isOff ? DAY_MINUTES : minutes, 'first');
	}
}
