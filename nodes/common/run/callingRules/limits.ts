import type { CallLimit } from '../../action/callingRules';
import { later, mondayOf, type Calendar } from './calendar';

const HOUR_MINUTES = 60;
const MINUTE_MS = 60_000;

/** A period of the calendar: what it is called, and when the next one begins. */
interface Period {
	name: string;
	end: number;
}

/** The hour, day or week that a moment belongs to. */
export function periodOf({ per }: Pick<CallLimit, 'per'>, at: number, calendar: Calendar): Period {
	const day = calendar.dayOf(at);
	const monday = mondayOf(day);
	const hour = calendar.hourOf(at);
	switch (per) {
		case 'hour':
			return { name: `hour ${day} ${hour}`, end: Math.max(at + 1, calendar.moment(day, (hour + 1) * HOUR_MINUTES, 'last')) };
		case 'day':
			return { name: `day ${day}`, end: calendar.moment(later(day, 1), 0) };
		case 'week':
			return { name: `week ${monday}`, end: calendar.moment(later(monday, 7), 0) };
	}
}

/**
 * The stretches of time, each as long as the gap, that keep two calls apart: a call takes the one that it falls into, and the ones
 * beside it must be free. So two calls are at least the gap apart, and at most twice the gap is kept. Of two processes that take
 * neighboring ones at the same moment, at least one sees the other.
 */
export function gapAround(minutes: number, at: number): { own: number; beside: number[]; nextStart(taken: number): number } {
	const length = minutes * MINUTE_MS;
	const own = Math.floor(at / length);
	return { own, beside: [own - 1, own + 1], nextStart: (taken) => (taken + 2) * length };
}
