/** All times of the agent session, in milliseconds. Tests against a vendor with a fast clock use shorter ones. */
export interface Timing {
	/** Between a poll that brought no event and the next; the vendor asks for 200 to 500. */
	pollPauseMs: number;
	/** How long a poll may take; the vendor holds it for 10 s. */
	pollTimeoutMs: number;
	/** How long a request may take to arrive: a poll that is younger could reach the gateway after the sign-out. */
	arrivalMs: number;
	/** After a poll without an answer. */
	failedPollPauseMs: number;
	/** Polls without an answer for this long mean a lost session: the vendor signs out after 2 minutes of silence. */
	longestSilenceMs: number;
	/** How long a fresh sign-in or the end of a call may take to make the agent ready. */
	readyMs: number;
	/** How long to wait for the reason of a failed call. */
	reasonMs: number;
	/** How long to wait for the last events of a call. */
	lastEventsMs: number;
	/** How long the events of a call may be missing before the agent's state is checked; shorter when the call is in doubt. */
	quietMs: number;
	doubtMs: number;
	/** First pause before a sign-in is tried again because the gateway was busy; doubles. */
	signInBackOffMs: number;
	/** Between two attempts to sign out an agent who is still in a call. */
	signOutPauseMs: number;
	/** How long after the end of the node a call may last before the agent is no longer watched. */
	longestCallMs: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export const TIMING: Timing = {
	pollPauseMs: 300,
	pollTimeoutMs: 30 * SECOND,
	arrivalMs: 100,
	failedPollPauseMs: SECOND,
	longestSilenceMs: 110 * SECOND,
	readyMs: SECOND,
	reasonMs: 1.5 * SECOND,
	lastEventsMs: SECOND,
	quietMs: MINUTE,
	doubtMs: 5 * SECOND,
	signInBackOffMs: 0.5 * SECOND,
	signOutPauseMs: 5 * SECOND,
	longestCallMs: 4 * 60 * MINUTE,
};
