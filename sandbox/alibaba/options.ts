import type { Account } from './account';
import type { AnswerStyle } from './quirks';

export interface AlibabaOptions {
	/** Default: any free port. */
	port?: number;
	/** For HTTPS. Default: any free port. */
	httpsPort?: number;
	/** Default: the demo account. */
	account?: Account;
	/** One style for all answers, or `documented` (the default): the three pages' styles in turn. */
	quirks?: 'documented' | AnswerStyle;
	/** The call center's own errors come with HTTP 200. Default false. */
	errorsInHttp200?: boolean;
	/** More than this in a second are answered with `Throttling.User`. Default: no limit. */
	requestsPerSecond?: number;
	/** The HTTP status of a throttled request. Default 429. */
	throttleStatus?: 400 | 429;
	/** The `x-acs-retry-after` of a throttled request, in milliseconds. Default: no such header. */
	retryAfterMs?: number;
	/** How long after the end of a call its recording comes, in milliseconds of vendor time. Default a minute. */
	recordingLagMs?: number;
	/** Real milliseconds before each answer. Default 0. */
	latencyMs?: number;
	/** How long after the end of a call its record exists, in vendor milliseconds. Default 0. */
	recordLagMs?: number;
}
