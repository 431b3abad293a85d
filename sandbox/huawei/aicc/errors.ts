/** Refused with a result code; HTTP status 200. */
export class AiccRefusal extends Error {
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** Refused with an HTTP status. */
export class StatusRefusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}
