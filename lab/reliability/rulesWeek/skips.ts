import { isHarmless, type WeekEvidence, type WeekRequest } from './evidence';
import type { ToldAttempt } from './told';
import { dayOf, GAP_MINUTES, PER_DAY, PER_WEEK, wasClosed, weekOf } from './week';

/**
 * Why the node skipped a customer whom the rules allowed to call. `afterKill`: the worker of an execution with the customer was killed,
 * and left a place claimed for a call that it perhaps never placed. `besideOther`: another attempt on the same customer was under
 * way, held the place, and gave it back in the end.
 */
export type SkipFault = 'afterKill' | 'besideOther' | 'unexplained';

interface Truth extends Pick<WeekEvidence, 'doNotCall' | 'requests' | 'told' | 'brokenOff'> {
	/** How much later than its check a request may be signed, in ms on the clock of the campaign. */
	toleranceMs: number;
}

const GAP_MS = GAP_MINUTES * 60_000;

/** Whether these calls fill a limit in a period that a moment belongs to. */
function isFullAt(at: number, calls: WeekRequest[]): boolean {
	const within = (periodOf: (moment: number) => string | number) => calls.filter(({ sentAt }) => periodOf(sentAt) === periodOf(at)).length;
	return within(dayOf) >= PER_DAY || within(weekOf) >= PER_WEEK;
}

/** Whether a full limit explains it: the calls that count, in a period which the attempt touches. */
function isFull({ from, to }: ToldAttempt, calls: WeekRequest[]): boolean {
	const before = calls.filter(({ sentAt }) => sentAt <= to);
	return [from, to].some((at) => isFullAt(at, before));
}

/**
 * Whether the calls that were placed before an attempt forbid one at the moment that the attempt names as the next.
 *
 * @param toleranceMs as for `Truth`: the gap counts from the check of a call
 */
export function isNextForbidden({ from, nextAllowedAt }: ToldAttempt, placed: WeekRequest[], toleranceMs: number): boolean {
	const next = Date.parse(nextAllowedAt ?? '');
	const before = placed.filter(({ sentAt }) => sentAt < from);
	return !Number.isNaN(next) && (isFullAt(next, before) || before.some(({ sentAt }) => next - sentAt < GAP_MS - toleranceMs));
}

/** The node keeps at most twice the gap. */
function isNear({ from, to }: ToldAttempt, calls: WeekRequest[]): boolean {
	return calls.some(({ sentAt }) => sentAt > from - 2 * GAP_MS && sentAt < to + 2 * GAP_MS);
}

function isRight(attempt: ToldAttempt, truth: Truth): boolean {
	const { phone, key, from, to, verdict } = attempt;
	const { toleranceMs } = truth;
	const calls = byPhone(truth.requests).get(phone)?.filter((request) => !isHarmless(request)) ?? [];
	switch (verdict) {
		case 'outsideHours':
			return wasClosed(from, to);
		case 'doNotCall':
			return truth.doNotCall.has(phone);
		case 'limitReached':
			return isFull({ ...attempt, to: to + toleranceMs }, calls);
		case 'gapTooShort':
			return isNear({ ...attempt, from: from - toleranceMs, to: to + toleranceMs }, calls);
		case 'keyUsed':
			return calls.some((call) => call.key === key);
		default:
			return false;
	}
}

const known = new WeakMap<object, Map<string, unknown[]>>();

/** Entries by their phone; the same list is only sorted once. */
function byPhone<T extends { phone: string }>(list: T[]): Map<string, T[]> {
	const before = known.get(list) as Map<string, T[]> | undefined;
	if (before) return before;
	const groups = new Map<string, T[]>();
	for (const entry of list) groups.set(entry.phone, [...(groups.get(entry.phone) ?? []), entry]);
	known.set(list, groups);
	return groups;
}

const isAboutClaims = (verdict: string | undefined) => verdict === 'limitReached' || verdict === 'gapTooShort';

/** Whether an attempt perhaps claimed a place and gave it back: the hours may be over when it has its turn. */
const gaveBack = ({ outcome, verdict }: ToldAttempt) => outcome === 'refused' || (outcome === 'skipped' && (isAboutClaims(verdict) || verdict === 'outsideHours'));

/** Undefined if the rules did not allow the call, as the vendor's record shows it. */
export function skipFault(attempt: ToldAttempt, truth: Truth): SkipFault | undefined {
	if (isRight(attempt, truth)) return undefined;
	const { phone, key, from, to, verdict } = attempt;
	const isClaim = isAboutClaims(verdict);
	if (truth.brokenOff.some((broken) => broken.at <= to && (isClaim ? broken.phones.includes(phone) : broken.keys.includes(key)))) return 'afterKill';
	const others = byPhone(truth.told).get(phone)?.filter((other) => other.key !== key && other.from <= to && other.to >= from) ?? [];
	return isClaim && others.some(gaveBack) ? 'besideOther' : 'unexplained';
}
