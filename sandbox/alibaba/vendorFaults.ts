import type { FaultKind } from '../faults';
import { GatewayError } from './errors';

export interface ThrottleOptions {
	/** The documents don't say which of the two the call center uses. */
	throttleStatus: 400 | 429;
	/** Sent as `x-acs-retry-after`, in milliseconds, when given. */
	retryAfterMs?: number;
}

export function throttled({ throttleStatus, retryAfterMs }: ThrottleOptions): GatewayError {
	const headers: Record<string, string> =
		retryAfterMs === undefined ? {} : { 'x-acs-retry-after': String(retryAfterMs) };
	return new GatewayError(
		throttleStatus,
		'Throttling.User',
		'Request was denied due to user flow control.',
		headers,
	);
}

/** The error that a fault answers with, if its kind is one that answers with an error. */
export function faultError(kind: FaultKind, options: ThrottleOptions): GatewayError | undefined {
	switch (kind) {
		case 'refuse':
			return new GatewayError(403, 'NoPermission', 'You are not authorized to do this operation.');
		case 'throttle':
			return throttled(options);
		case 'errorBefore':
			return new GatewayError(
				503,
				'ServiceUnavailable',
				'The request has failed due to a temporary failure of the server.',
			);
		case 'errorAfter':
			return new GatewayError(
				500,
				'InternalError',
				'The request processing has failed due to some unknown error.',
			);
		default:
			return undefined;
	}
}
