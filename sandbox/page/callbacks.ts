import type { Attempt, BaiyingState, CallbackKind, Delivery } from '../baiying';

/** One attempt to deliver a callback. `at` is vendor time. */
export interface CallbackRow {
	at: number;
	kind: CallbackKind;
	url: string;
	/** 1 for the first attempt. */
	attempt: number;
	/** E.g. `200 success`, or why no answer came. */
	answer: string;
	isAccepted: boolean;
}

export function callbackRows({ deliveries }: BaiyingState): CallbackRow[] {
	return deliveries.flatMap((delivery) =>
		delivery.attempts.map((attempt, index) => callbackRow(delivery, attempt, index + 1)),
	);
}

function callbackRow({ kind, targetUrl }: Delivery, made: Attempt, attempt: number): CallbackRow {
	const { at, status, body = '', error, accepted } = made;
	const answer = error ?? `${status} ${body}`.trim();
	return { at, kind, url: targetUrl, attempt, answer, isAccepted: accepted };
}
