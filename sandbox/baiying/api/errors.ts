/** Refused by one of Baiying's APIs. Both answer with HTTP 200 and say it in the body. */
export class BaiyingError extends Error {
	constructor(
		readonly code: number,
		message: string,
		readonly status = 200,
	) {
		super(message);
	}
}

/** The codes of the two APIs for the same faults. */
export const CODES = {
	openPlatform: { parameter: 41_000_000, notFound: 41_000_000, forbidden: 41_000_000 },
	hmac: { parameter: 412, notFound: 404, forbidden: 403 },
} as const;

export const TOKEN_INVALID = new BaiyingError(40_000_010, 'token无效');
export const THROTTLED = new BaiyingError(429, '请求过于频繁', 429);
