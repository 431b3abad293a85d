import type { Delivery } from '../../common/trigger/deliveryMemory';
import type { Callback } from '../callback/callback';
import { text } from '../callback/values';

const HOUR_MS = 60 * 60 * 1000;

/** How long Baiying resends a callback. */
const RESEND_MS = 27 * HOUR_MS;

/**
 * What makes a callback a copy of another one. Grades changed by hand carry no time, and B, C, B are three changes: only the last grade
 * of a call is remembered. A job that is paused, resumed and paused again sends the same callback twice, unless it carries a time: it
 * is remembered for an hour only.
 */
export function deliveryOf({ event, deliveryId, data }: Callback, scope: string, callId: string | null): Delivery {
	if (event === 'intentionChanged' && callId !== null) {
		return { key: `${scope}/grade of ${callId}`, deliveryId, lifetimeMs: RESEND_MS };
	}
	const hasTime = text(data.updateTime) !== null || text(data.gmtModified) !== null;
	const isTimeless = event === 'jobStatusChanged' && !hasTime;
	return { key: `${scope}/${deliveryId}`, deliveryId, lifetimeMs: isTimeless ? HOUR_MS : RESEND_MS };
}
