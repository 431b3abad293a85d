import { choice, wholeNumber } from './fields';

/** The fields of an operation that starts a call and can wait for its end. */
export const waiting = {
	waitFor: choice({
		displayName: 'Wait For',
		description: 'When the node is done with an item. Concurrency is the number of calls in progress if it waits for their end.',
		propertyHint: 'Choose ended if later nodes need callResult, tryAgain or nextAttempt',
		default: 'accepted',
		choices: [
			{ name: 'Accepted', value: 'accepted', description: 'As soon as the vendor has accepted the call' },
			{ name: 'Ended', value: 'ended', description: 'When the call has ended; the output then has its result' },
		],
	}),
	waitTimeoutSeconds: wholeNumber({
		displayName: 'Wait Timeout (Seconds)',
		description: 'How many seconds to wait for the end of the call and its record. After that the outcome is "timeout", and the call continues.',
		default: 900,
		min: 1,
		max: 14_400,
		unit: 'seconds',
	}),
};
