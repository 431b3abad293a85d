/** An event that happened to the agent; its number is its place. Real time, ms since the epoch. */
export interface Told {
	at: number;
	/** Whether somebody was signed in, so that the gateway kept the event. */
	isKept: boolean;
}

/** A span in which the trigger said that events may be missing. */
export interface Gap {
	from: number;
	to: number;
}

export interface AgentDayEvidence {
	hours: number;
	speed: number;
	restarts: number;
	takeOvers: number;
	told: Told[];
	/** The numbers of the events that started runs, in their order. */
	heard: number[];
	/** What the failed executions say. */
	reports: string[];
	signIns: number;
	mostPollsAtOnce: number;
	/** Polls that were open, or came, after the workflow was unpublished. */
	pollsLeaked: number;
	seconds: number;
}

export interface AgentDayFindings extends Omit<AgentDayEvidence, 'told' | 'heard' | 'reports'> {
	events: number;
	heardOnce: number;
	heardTwice: number;
	outOfOrder: number;
	/** While nobody was signed in, or by somebody else's session. */
	missingInStatedGap: number;
	missingUnstated: number;
	gapsStated: number;
	/** In minutes of the vendor. */
	gapMinutes: number;
	takeOversStated: number;
}

const GAP = /between (\S+Z) and (\S+Z) may be missing/;

export function gapsIn(reports: string[]): Gap[] {
	return reports.flatMap((report) => {
		const [, from, to] = GAP.exec(report) ?? [];
		return from && to ? [{ from: Date.parse(from), to: Date.parse(to) }] : [];
	});
}

export function agentDayFindings({ told, heard, reports, ...given }: AgentDayEvidence): AgentDayFindings {
	const gaps = gapsIn(reports);
	const once = new Set(heard);
	const isStated = (at: number) => gaps.some(({ from, to }) => at >= from && at <= to);
	const missing = told.filter((_, number) => !once.has(number));
	const gapMs = gaps.reduce((sum, { from, to }) => sum + to - from, 0);
	return {
		...given,
		events: told.length,
		heardOnce: once.size,
		heardTwice: heard.length - once.size,
		outOfOrder: heard.filter((number, index) => index > 0 && number < (heard[index - 1] ?? 0)).length,
		missingInStatedGap: missing.filter(({ at }) => isStated(at)).length,
		missingUnstated: missing.filter(({ at }) => !isStated(at)).length,
		gapsStated: gaps.length,
		gapMinutes: Math.round((gapMs * given.speed) / 6000) / 10,
		takeOversStated: reports.filter((report) => /Somebody else has signed in/.test(report)).length,
	};
}
