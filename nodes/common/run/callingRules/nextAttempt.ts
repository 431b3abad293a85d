import type { IDataObject } from 'n8n-workflow';
import type { RetryPlan } from '../../action/retryPlan';

const MINUTE_MS = 60_000;

/** When a call may go out: the moment itself, or the next one that is allowed; undefined if there is none. */
type Allowed = (at: number) => number | undefined;

/** The next attempt for n8n's Wait node. */
export interface NextAttempt {
	number: number;
	/** ISO 8601, within the calling hours. */
	at: string;
}

/**
 * What the plan says after a call with this result; null if the customer is not called again.
 *
 * @param endedAt milliseconds since 1970
 */
export function nextAttempt(plan: RetryPlan, callResult: unknown, endedAt: number, allowed: Allowed): NextAttempt | null {
	const { callResults, afterMinutes, maxAttempts, attempt } = plan;
	if (typeof callResult !== 'string' || !callResults.includes(callResult) || attempt >= maxAttempts) return null;
	const minutes = afterMinutes[Math.min(attempt, afterMinutes.length) - 1] ?? 0;
	const at = allowed(endedAt + minutes * MINUTE_MS);
	return at === undefined ? null : { number: attempt + 1, at: new Date(at).toISOString() };
}

/** A call that the rules didn't let out is made up for: the same attempt, at the next moment that they allow; null if they never do. */
function sameAttempt({ attempt }: RetryPlan, nextAllowedAt: unknown): NextAttempt | null {
	return typeof nextAllowedAt === 'string' ? { number: attempt, at: nextAllowedAt } : null;
}

/** The result of an item, with the next attempt if its call has ended or was skipped. */
export function withNextAttempt(plan: RetryPlan, result: IDataObject, allowed: Allowed): IDataObject {
	const next = (attempt: NextAttempt | null): IDataObject => ({ ...result, nextAttempt: attempt as IDataObject | null });
	if (result.dryRun === true) return result;
	if (result.skipped === true) return next(sameAttempt(plan, result.nextAllowedAt));
	return Object.hasOwn(result, 'outcome') ? next(nextAttempt(plan, result.callResult, Date.now(), allowed)) : result;
}

/** Each attempt of a plan is a call of its own, so it has a key of its own. */
export function keyOfAttempt(key: string, plan: RetryPlan | undefined): string {
	return plan === undefined || plan.attempt === 1 ? key : `${key} #${plan.attempt}`;
}
