import { SILENT, type ItemOutcome } from '../callFindings';
import { grouped } from '../onceKeysFindings';
import { isHarmless, isPlaced, type WeekEvidence, type WeekOrder, type WeekRequest } from './evidence';
import { isNextForbidden, skipFault, type SkipFault } from './skips';
import type { ToldAttempt } from './told';
import { dayOf, GAP_MINUTES, isOpen, outsideBy, PER_DAY, PER_WEEK, weekOf } from './week';

export interface WeekFindings extends WeekOrder {
	attempts: number;
	requests: number;
	callsPlaced: number;
	customersCalled: number;
	/** Requests, in spite of the rules. */
	outsideHours: number;
	onDoNotCallList: number;
	/** Customers, by calls that were placed. */
	aboveDayLimit: number;
	aboveWeekLimit: number;
	belowGap: number;
	keysRungTwice: number;
	/** The shortest time between two calls to a customer, in hours; that of a week if nobody was called twice. */
	shortestGapHours: number;
	/** Requests that were checked within the hours and signed after them, and by how many real ms the latest one. */
	signedAfterHours: number;
	latestAfterHoursMs: number;
	outcomes: Record<ItemOutcome, number>;
	verdicts: Record<string, number>;
	attemptsWithoutOutcome: number;
	toldWrongly: number;
	skippedWithoutVerdict: number;
	skippedWithoutReason: number;
	skippedWithoutNextAllowedAt: number;
	nextAllowedAtOutsideHours: number;
	/** By a limit or the gap. */
	nextAllowedAtForbidden: number;
	/** Skipped although the rules allowed the call. */
	skippedAfterKill: number;
	skippedBesideOther: number;
	skippedUnexplained: number;
	batchesBrokenOff: number;
	executionsByStatus: Record<string, number>;
	examples: string[];
	seconds: number;
}

/** How long a request may take from the check of the rules to its signature, in real ms: n8n reads the credential in between. */
export const SIGNED_WITHIN_MS = 1000;

const HOUR_MS = 3_600_000;
/** Of customers who were called once only. */
const LONGEST_GAP_MS = 7 * 24 * HOUR_MS;
const EXAMPLES = 5;

/** The times between a customer's calls, in ms. */
function gapsOf(calls: WeekRequest[]): number[] {
	const times = calls.map(({ sentAt }) => sentAt).sort((a, b) => a - b);
	return times.slice(1).map((time, index) => time - (times[index] ?? Number.NaN));
}

function most(calls: WeekRequest[], periodOf: (at: number) => string | number): number {
	return Math.max(0, ...[...grouped(calls, ({ sentAt }) => periodOf(sentAt)).values()].map(({ length }) => length));
}

const needsNext = ({ verdict }: ToldAttempt) => ['outsideHours', 'limitReached', 'gapTooShort'].includes(verdict ?? '');

/** Whether what the node said about an attempt agrees with what the vendor saw of it. */
function isToldRightly({ outcome }: ToldAttempt, requests: WeekRequest[], wasBrokenOff: boolean): boolean {
	const last = requests.at(-1);
	if (outcome === 'skipped') return wasBrokenOff || requests.every(isHarmless);
	if (outcome === 'unknown') return last !== undefined && SILENT.has(last.struck);
	if (outcome === 'refused') return !last || isHarmless(last);
	return last !== undefined && ['none', 'late'].includes(last.struck);
}

function tally(values: string[]): Record<string, number> {
	return Object.fromEntries([...grouped(values, (value) => value)].map(([value, list]) => [value, list.length]));
}

/** Judges from what the vendor saw whether the rules were kept, and whether the node was right to skip whom it skipped. */
export function weekFindings(evidence: WeekEvidence): WeekFindings {
	const { order, doNotCall, requests, placed, told, brokenOff } = evidence;
	const toleranceMs = SIGNED_WITHIN_MS * order.speed;
	const byPhone = grouped(requests.filter(isPlaced), ({ phone }) => phone);
	const byKey = grouped(requests, ({ key }) => key);
	const late = requests.map(({ sentAt }) => outsideBy(sentAt));
	const gaps = [...byPhone].map(([phone, calls]): [string, number] => [phone, Math.min(Infinity, ...gapsOf(calls))]);
	const brokenKeys = new Set(brokenOff.flatMap(({ keys }) => keys));
	const skipped = told.filter(({ outcome }) => outcome === 'skipped');
	const faults = skipped.map((attempt) => ({ attempt, fault: skipFault(attempt, { ...evidence, toleranceMs }) }));
	const withFault = (wanted: SkipFault) => faults.filter(({ fault }) => fault === wanted).map(({ attempt }) => attempt);
	const wrong = {
		outsideHours: requests.filter((_, index) => (late[index] ?? 0) > toleranceMs),
		onDoNotCallList: requests.filter(({ phone }) => doNotCall.has(phone)),
		aboveDayLimit: [...byPhone].filter(([, calls]) => most(calls, dayOf) > PER_DAY),
		aboveWeekLimit: [...byPhone].filter(([, calls]) => most(calls, weekOf) > PER_WEEK),
		belowGap: gaps.filter(([, gap]) => gap < GAP_MINUTES * 60_000 - toleranceMs),
		keysRungTwice: [...grouped(placed, ({ key }) => key)].filter(([, calls]) => calls.reduce((sum, { rings }) => sum + rings, 0) > 1 || calls.length > 1),
		attemptsWithoutOutcome: told.filter(({ outcome }) => outcome === undefined),
		toldWrongly: told.filter((attempt) => attempt.outcome && !isToldRightly(attempt, byKey.get(attempt.key) ?? [], brokenKeys.has(attempt.key))),
		skippedWithoutVerdict: skipped.filter(({ verdict }) => verdict === undefined),
		skippedWithoutReason: skipped.filter(({ reason }) => reason === undefined),
		skippedWithoutNextAllowedAt: skipped.filter((attempt) => needsNext(attempt) && !(Date.parse(attempt.nextAllowedAt ?? '') > attempt.from)),
		nextAllowedAtOutsideHours: skipped.filter(({ nextAllowedAt }) => nextAllowedAt && !isOpen(Date.parse(nextAllowedAt))),
		nextAllowedAtForbidden: skipped.filter((attempt) => isNextForbidden(attempt, byPhone.get(attempt.phone) ?? [], toleranceMs)),
		skippedUnexplained: withFault('unexplained'),
	};
	const found = Object.fromEntries(Object.entries(wrong).map(([kind, list]) => [kind, list.length])) as Record<keyof typeof wrong, number>;
	return {
		...order,
		attempts: evidence.attempts,
		requests: requests.length,
		callsPlaced: placed.length,
		customersCalled: new Set(placed.map(({ phone }) => phone)).size,
		...found,
		attemptsWithoutOutcome: evidence.attempts - told.length + found.attemptsWithoutOutcome,
		shortestGapHours: Math.round((Math.min(LONGEST_GAP_MS, ...gaps.map(([, gap]) => gap)) / HOUR_MS) * 10) / 10,
		signedAfterHours: late.filter((ms) => ms > 0).length,
		latestAfterHoursMs: Math.round(Math.max(0, ...late) / order.speed),
		outcomes: { done: 0, refused: 0, skipped: 0, unknown: 0, ...tally(told.flatMap(({ outcome }) => outcome ?? [])) },
		verdicts: tally(skipped.map(({ verdict }) => verdict ?? 'none')),
		skippedAfterKill: withFault('afterKill').length,
		skippedBesideOther: withFault('besideOther').length,
		batchesBrokenOff: brokenOff.length,
		executionsByStatus: evidence.executionsByStatus,
		examples: Object.entries(wrong).flatMap(([kind, list]) => list.slice(0, EXAMPLES).map((one) => `${kind}: ${JSON.stringify(one)}`)),
		seconds: evidence.seconds,
	};
}
