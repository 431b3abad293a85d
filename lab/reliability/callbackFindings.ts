import type { IDataObject } from 'n8n-workflow';
import type { Callback, Delivery } from '../../sandbox/baiying';
import type { PowerCut } from './powerCuts';
import type { StoredExecution } from './stage';

export interface CallbackOrder {
	calls: number;
	kills: number;
	seed: number;
}

/** One call, and what Baiying sends for it. */
export interface ReportedCall {
	callId: string;
	callback: Callback;
	/** How often it is delivered. */
	copies: number;
	deliveries: Delivery[];
}

export interface CallbackEvidence {
	order: CallbackOrder;
	calls: ReportedCall[];
	cuts: PowerCut[];
	executions: StoredExecution[];
	startedAt: number;
	endedAt: number;
	/** The name of the trigger node. */
	trigger: string;
}

export interface CallbackFindings extends CallbackOrder {
	/** Calls that were delivered more than once. */
	repeatedCalls: number;
	/** HTTP requests, resent ones and copies included. */
	requests: number;
	/** Number of requests by answer: a status, or the network's error. */
	answers: Record<string, number>;
	/** Deliveries that were not acknowledged before the retry plan ended. */
	givenUp: number;
	runs: number;
	runsByStatus: Record<string, number>;
	/** Calls without any run. */
	callsWithoutRun: number;
	/** Calls whose only run was interrupted by a kill. */
	callsOnlyInterrupted: number;
	callsWithSecondRun: number;
	/** Calls that reached two runs without a kill in between. */
	callsWithSecondRunOfOneProcess: number;
	seconds: number;
	/** When n8n was killed and when it was back, in seconds from the start. */
	cuts: Array<{ at: number; backAt: number }>;
	/** Runs that started in each second. */
	runsPerSecond: number[];
}

export function tally(values: string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

/** Read from the trigger's output, or from the start data if a kill interrupted the run: n8n then has a placeholder for the output. */
export function triggerOutput({ data, status }: StoredExecution, trigger: string): IDataObject {
	const ended = data.resultData.runData[trigger]?.[0]?.data?.main?.[0]?.[0];
	const begun = data.executionData?.nodeExecutionStack[0]?.data.main?.[0]?.[0];
	return (status === 'success' ? ended : begun)?.json ?? {};
}

function runsByCall({ executions, trigger }: CallbackEvidence): Map<string, StoredExecution[]> {
	const runs = new Map<string, StoredExecution[]>();
	for (const execution of executions) {
		const callId = String(triggerOutput(execution, trigger).callId);
		runs.set(callId, [...(runs.get(callId) ?? []), execution]);
	}
	return runs;
}

/** Whether two of the runs began in the same life of n8n. */
function shareProcess(runs: StoredExecution[], cuts: PowerCut[]): boolean {
	const lives = runs.map(({ startedAt }) => cuts.filter(({ at }) => at < startedAt).length);
	return new Set(lives).size < lives.length;
}

export function callbackFindings(evidence: CallbackEvidence): CallbackFindings {
	const { order, calls, cuts, executions, startedAt, endedAt } = evidence;
	const byCall = runsByCall(evidence);
	const runsOf = calls.map(({ callId }) => byCall.get(callId) ?? []);
	const deliveries = calls.flatMap((call) => call.deliveries);
	const attempts = deliveries.flatMap((delivery) => delivery.attempts);
	const seconds = (time: number) => Math.round((time - startedAt) / 100) / 10;
	const runsPerSecond = Array.from({ length: Math.ceil(seconds(endedAt)) + 1 }, () => 0);
	for (const run of executions) {
		const second = Math.max(0, Math.floor((run.startedAt - startedAt) / 1000));
		runsPerSecond[second] = (runsPerSecond[second] ?? 0) + 1;
	}
	return {
		...order,
		repeatedCalls: calls.filter(({ copies }) => copies > 1).length,
		requests: attempts.length,
		answers: tally(attempts.map(({ accepted, status, error }) => (accepted ? 'success' : (error ?? String(status))))),
		givenUp: deliveries.filter(({ state }) => state !== 'delivered').length,
		runs: executions.length,
		runsByStatus: tally(executions.map(({ status }) => status)),
		callsWithoutRun: runsOf.filter((runs) => runs.length === 0).length,
		callsOnlyInterrupted: runsOf.filter((runs) => runs.length > 0 && runs.every(({ status }) => status !== 'success')).length,
		callsWithSecondRun: runsOf.filter((runs) => runs.length > 1).length,
		callsWithSecondRunOfOneProcess: runsOf.filter((runs) => shareProcess(runs, cuts)).length,
		seconds: seconds(endedAt),
		cuts: cuts.map(({ at, backAt }) => ({ at: seconds(at), backAt: seconds(backAt) })),
		runsPerSecond,
	};
}
