import type { FaultKind } from '../../sandbox/faults';

export interface Scenario {
	customers: number;
	/** One customer is rejected, and the user wants the job to stop then. */
	isPartial: boolean;
}

/** One run, in which one request was cut. */
export interface CutRun {
	/** The place of the request, and its operation. */
	cut: string;
	kind: FaultKind;
	isStarted: boolean;
	jobs: number;
	creates: number;
	starts: number;
	customers: number;
	importedTwice: number;
	rings: number;
	/** What the node says if it failed. */
	error?: string;
	/** Whether the error's details hold the ID of the job, if one exists. */
	namesJob: boolean;
}

export interface CutFindings extends Scenario {
	/** Requests of a run without a cut. */
	requests: number;
	runs: number;
	started: number;
	/** Started, but not with all customers. */
	startedIncomplete: number;
	stopped: number;
	/** Runs after which two jobs existed, or a second create or start was sent. */
	doneTwice: number;
	importedTwice: number;
	/** Phones that rang for a job that was not started. */
	rangForStopped: number;
	/** Failed runs that don't name the job that exists. */
	untold: number;
	/** Runs that neither started nor failed with an error. */
	unclear: number;
	seconds: number;
	/** How the runs failed, and how often. */
	endings: Record<string, number>;
}

/** The error without numbers that differ from run to run. */
function ending({ error = 'started' }: CutRun): string {
	return error.replace(/\b410\d{3}\b/g, '…').replace(/127\.0\.0\.1:\d+/g, 'Baiying');
}

function count<T>(list: T[], is: (entry: T) => boolean): number {
	return list.filter(is).length;
}

/** @param scenario what should have happened: a partial import must never start */
export function addUp(scenario: Scenario, runs: CutRun[], seconds: number): CutFindings {
	const endings: Record<string, number> = {};
	for (const run of runs) endings[ending(run)] = (endings[ending(run)] ?? 0) + 1;
	return {
		...scenario,
		requests: runs.length / 2,
		runs: runs.length,
		started: count(runs, ({ isStarted }) => isStarted),
		startedIncomplete: count(runs, ({ isStarted, customers }) => isStarted && customers < scenario.customers),
		stopped: count(runs, ({ isStarted }) => !isStarted),
		doneTwice: count(runs, ({ jobs, creates, starts }) => jobs > 1 || creates > 1 || starts > 1),
		importedTwice: runs.reduce((sum, run) => sum + run.importedTwice, 0),
		rangForStopped: runs.reduce((sum, { isStarted, rings }) => sum + (isStarted ? 0 : rings), 0),
		untold: count(runs, ({ isStarted, namesJob }) => !isStarted && !namesJob),
		unclear: count(runs, ({ isStarted, error }) => !isStarted && error === undefined),
		seconds,
		endings,
	};
}
