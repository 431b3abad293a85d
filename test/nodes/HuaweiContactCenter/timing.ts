import type { Timing } from '../../../nodes/HuaweiContactCenter/session/timing';

export const SPEED = 50;

/** The times of the agent session for a vendor whose clock runs fifty times as fast. */
export const FAST: Timing = {
	pollPauseMs: 10,
	pollTimeoutMs: 1000,
	arrivalMs: 20,
	failedPollPauseMs: 30,
	longestSilenceMs: 500,
	readyMs: 500,
	reasonMs: 100,
	lastEventsMs: 200,
	quietMs: 800,
	doubtMs: 100,
	signInBackOffMs: 10,
	signOutPauseMs: 30,
	longestCallMs: 5000,
};
