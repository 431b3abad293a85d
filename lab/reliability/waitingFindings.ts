import type { PlacedCall } from '../../sandbox/alibaba/call';
import type { Ring } from '../../sandbox/phones';
import { CONCURRENCY } from './pace';
import type { StoredExecution } from './stage';

export interface WaitingOrder {
	calls: number;
	kills: number;
	seed: number;
}

interface WaitingEvidence {
	order: WaitingOrder;
	placed: PlacedCall[];
	rings: Ring[];
	/** When requests came, by the vendor's action. */
	requests: Map<string, number[]>;
	executions: StoredExecution[];
	kills: number;
	startedAt: number;
	endedAt: number;
	speed: number;
}

export interface WaitingFindings extends WaitingOrder {
	concurrency: number;
	speed: number;
	callsPlaced: number;
	/** Customers and salespeople whose phones rang more than once. */
	phonesRungTwice: number;
	/** Items of the execution that ended, by their outcome. */
	outcomes: Record<string, number>;
	seconds: number;
	/** What the same calls take if each one begins the moment another ends. */
	idealSeconds: number;
	timesIdeal: number;
	/** Requests that asked for the ends of calls. */
	polls: number;
	pollsPerSecond: number;
	mostPollsInTenSeconds: number;
	/** Requests for the full record of a call that had ended. */
	recordsRead: number;
}

/** How long the calls take on so many lines, in their order, if each line takes the next call at once. */
export function idealMs(durations: number[], lines: number): number {
	const free = Array<number>(lines).fill(0);
	for (const duration of durations) {
		const first = free.indexOf(Math.min(...free));
		free[first] = (free[first] ?? 0) + duration;
	}
	return Math.max(...free);
}

/** The most moments within any span of this length. */
export function mostWithin(moments: number[], spanMs: number): number {
	return Math.max(0, ...moments.map((start) => moments.filter((at) => at >= start && at < start + spanMs).length));
}

function rungTwice(rings: Ring[]): number {
	const times = new Map<string, number>();
	for (const { phone } of rings) times.set(phone, (times.get(phone) ?? 0) + 1);
	return [...times.values()].filter((often) => often > 1).length;
}

function outcomesOf(executions: StoredExecution[]): Record<string, number> {
	const last = executions.filter(({ status }) => status === 'success').at(-1);
	const items = last?.data.resultData.runData.Call?.at(-1)?.data?.main?.[0] ?? [];
	const counts: Record<string, number> = {};
	for (const { json } of items) {
		const outcome = json.skipped === true ? 'skipped' : json.error === undefined ? `${String(json.outcome)}, ${String(json.callResult)}` : 'error';
		counts[outcome] = (counts[outcome] ?? 0) + 1;
	}
	return counts;
}

const twoDigits = (value: number) => Math.round(value * 100) / 100;

export function waitingFindings({ order, placed, rings, requests, executions, kills, startedAt, endedAt, speed }: WaitingEvidence): WaitingFindings {
	const durations = placed.map(({ placedAt, endedAt: end = placedAt }) => (end - placedAt) / speed);
	const ideal = idealMs(durations, CONCURRENCY) / 1000;
	const seconds = (endedAt - startedAt) / 1000;
	const polls = requests.get('ListCallDetailRecordsV2') ?? [];
	return {
		...order,
		kills,
		concurrency: CONCURRENCY,
		speed,
		callsPlaced: placed.length,
		phonesRungTwice: rungTwice(rings),
		outcomes: outcomesOf(executions),
		seconds: Math.round(seconds),
		idealSeconds: Math.round(ideal),
		timesIdeal: twoDigits(seconds / ideal),
		polls: polls.length,
		pollsPerSecond: twoDigits(polls.length / seconds),
		mostPollsInTenSeconds: mostWithin(polls, 10_000),
		recordsRead: requests.get('GetCallDetailRecord')?.length ?? 0,
	};
}
