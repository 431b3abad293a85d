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
