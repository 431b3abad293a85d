/** How a call ended, in the same words at every vendor. Each with what it means. */
export const CALL_RESULTS = {
	answered: 'Somebody took the call',
	noAnswer: 'The phone rang, and nobody took the call',
	busy: 'The line was busy',
	rejected: 'The call was declined',
	poweredOff: 'The phone is turned off',
	unreachable: 'The phone cannot be reached at the moment',
	invalidNumber: 'The number does not exist',
	suspended: 'The number is out of service',
	blocked: 'The number does not take this kind of call, or must not be called',
	lineFault: 'The network or the vendor failed',
	abandoned: 'The customer took or made the call and found nobody to talk to',
	unknown: 'The vendor does not say, or says something that none of its pages explains',
} as const;

export type CallResult = keyof typeof CALL_RESULTS;

/**
 * Whether to call again: `never` where another call is unwanted or in vain, `later` after hours or on another day, `soon` after
 * minutes.
 */
export type TryAgain = 'never' | 'later' | 'soon';

/** An unknown result may be a call that was answered, and nobody is called a second time by accident. */
export const TRY_AGAIN: Record<CallResult, TryAgain> = {
	answered: 'never',
	noAnswer: 'later',
	busy: 'soon',
	rejected: 'later',
	poweredOff: 'later',
	unreachable: 'later',
	invalidNumber: 'never',
	suspended: 'never',
	blocked: 'never',
	lineFault: 'soon',
	abandoned: 'soon',
	unknown: 'never',
};

/** One line of a vendor's table: what the vendor says, what that means, and where it is documented. */
export interface ResultRow {
	/** The vendor's words, by the fields that hold them. All of them must be there. */
	says: Record<string, string>;
	callResult: CallResult;
	/** Only where it differs from TRY_AGAIN. */
	tryAgain?: TryAgain;
	/** The page and what it says. */
	source: string;
}

export interface Result {
	callResult: CallResult;
	tryAgain: TryAgain;
}

/**
 * The result of a call that has ended: by the first row whose words the vendor said, or `unknown`.
 *
 * @param said what the vendor says about the call, by its fields
 */
export function resultBy(rows: ResultRow[], said: Record<string, unknown>): Result {
	const row = rows.find(({ says }) => Object.entries(says).every(([field, word]) => String(said[field] ?? '') === word));
	const callResult = row?.callResult ?? 'unknown';
	return { callResult, tryAgain: row?.tryAgain ?? TRY_AGAIN[callResult] };
}
