/**
 * How a request to a vendor failed, in terms of the question that matters: may it be sent again?
 *
 * - `notSent`: it never reached the vendor (connection refused, name not resolved, certificate not accepted).
 * - `throttled`: the vendor refused it before doing anything because it is busy; sending it later is safe.
 * - `refused`: the vendor said no, or the answer proves that nothing was done.
 * - `noAnswer`: it was sent, and no trustworthy answer came back; what it did is unknown.
 */
export type Failure = 'notSent' | 'throttled' | 'refused' | 'noAnswer';

export interface VendorErrorDetails {
	failure: Failure;
	/** One plain sentence or two: what happened and what to do. Never holds a secret or a signed URL. */
	message: string;
	/** The vendor's own code (`NotExists.JobId`, `100-004`) or the network's (`ECONNREFUSED`). */
	code: string;
	/** The vendor's own words, for the description. */
	vendorMessage?: string;
	requestId?: string;
	httpStatus?: number;
	/** How long the vendor asks to wait, in milliseconds. */
	retryAfterMs?: number;
	/** What exists at the vendor, such as `{ jobId: '410000' }`; the details of the failed item hold it. */
	exists?: Record<string, string | number | boolean>;
	/** What to do if the outcome is unknown, in place of the sentence for all actions. */
	advice?: string;
}

/** The vendor refused or failed a request. */
export class VendorError extends Error {
	constructor(private readonly given: VendorErrorDetails) {
		super(given.message);
		this.name = 'VendorError';
	}

	get failure(): Failure {
		return this.given.failure;
	}

	get code(): string {
		return this.given.code;
	}

	get retryAfterMs(): number | undefined {
		return this.given.retryAfterMs;
	}

	/** All details as plain data, for storage. */
	details(): VendorErrorDetails {
		return { ...this.given };
	}
}

/** The VendorError among the causes of an error: n8n wraps what a credential throws. */
export function vendorErrorIn(error: unknown): VendorError | undefined {
	for (let link = error, depth = 0; depth < 5 && typeof link === 'object' && link !== null; depth++) {
		if (link instanceof VendorError) return link;
		link = (link as { cause?: unknown }).cause;
	}
	return undefined;
}

/** A field holds something that can't be sent. The message names the field, the fault and the remedy. */
export class InputError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'InputError';
	}
}

/** Why a field could not be read: its own InputError, or the failure of an expression in it. */
export function asInputError(error: unknown): InputError {
	if (error instanceof InputError) return error;
	return new InputError(`A field could not be read: ${error instanceof Error ? error.message : 'the value is not readable'}`);
}
