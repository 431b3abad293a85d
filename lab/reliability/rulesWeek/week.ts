/**
 * The week of the campaign as a person would note it down, apart from the node's own code: moments are ms since the epoch, and
 * Shanghai is eight hours ahead of UTC all year.
 */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AHEAD_MS = 8 * HOUR_MS;

export const TIME_ZONE = 'Asia/Shanghai';

/** The last day of the Spring Festival of 2026, and the Saturday that is worked for it. */
export const DAY_OFF = '2026-02-23';
export const EXTRA_WORKING_DAY = '2026-02-28';

/** Monday, 00:00. */
export const STARTS_AT = Date.parse('2026-02-23T00:00:00+08:00');
export const ENDS_AT = STARTS_AT + 7 * DAY_MS;

/** Between them is lunch. */
export const WINDOWS = [
	{ from: '09:00', to: '12:00' },
	{ from: '14:00', to: '20:00' },
] as const;

export const PER_DAY = 1;
export const PER_WEEK = 3;
/** Nobody is called in the evening and again the next morning. */
export const GAP_MINUTES = 18 * 60;

/** The day of the calendar, such as 2026-02-23. */
export function dayOf(at: number): string {
	return new Date(at + AHEAD_MS).toISOString().slice(0, 10);
}

/** The week that a moment belongs to, counted from that of the campaign. */
export function weekOf(at: number): number {
	return Math.floor((at - STARTS_AT) / (7 * DAY_MS));
}

function minutesOf(time: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
}

function isWorked(at: number): boolean {
	const day = dayOf(at);
	const weekday = new Date(at + AHEAD_MS).getUTCDay();
	return day === EXTRA_WORKING_DAY || (day !== DAY_OFF && weekday >= 1 && weekday <= 5);
}

/** Whether calls may go out. */
export function isOpen(at: number): boolean {
	const minute = ((at + AHEAD_MS) % DAY_MS) / 60_000;
	return isWorked(at) && WINDOWS.some(({ from, to }) => minute >= minutesOf(from) && minute < minutesOf(to));
}

/** When the windows of a day begin and end. */
function boundsOf(day: number): number[] {
	const midnight = STARTS_AT + day * DAY_MS;
	return WINDOWS.flatMap(({ from, to }) => [from, to].map((time) => midnight + minutesOf(time) * 60_000));
}

/** The windows in which calls may go out, from a day before the week to a week after it. */
export const OPEN_SPANS = Array.from({ length: 15 }, (_, day) => boundsOf(day - 1)).flatMap(([a = 0, b = 0, c = 0, d = 0]) =>
	[{ from: a, to: b }, { from: c, to: d }].filter(({ from }) => isOpen(from)),
);

/** How long calls have not been allowed to go out at this moment, in ms; 0 within the hours. */
export function outsideBy(at: number): number {
	if (isOpen(at)) return 0;
	return at - Math.max(-Infinity, ...OPEN_SPANS.map(({ to }) => to).filter((to) => to <= at));
}

/** Whether calls were not allowed at some moment of a span. */
export function wasClosed(from: number, to: number): boolean {
	return !OPEN_SPANS.some((span) => from >= span.from && to < span.to);
}
