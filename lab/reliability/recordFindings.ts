import { tally, triggerOutput } from './callbackFindings';
import type { PowerCut } from './powerCuts';
import type { StoredExecution } from './stage';

export interface RecordOrder {
	records: number;
	kills: number;
	seed: number;
}

export interface RecordEvidence {
	order: RecordOrder;
	/** The calls whose records appeared. */
	jobIds: string[];
	cuts: PowerCut[];
	executions: StoredExecution[];
	startedAt: number;
	/** The name of the trigger node. */
	trigger: string;
}

export interface RecordFindings extends RecordOrder {
	runs: number;
	runsByStatus: Record<string, number>;
	recordsWithoutRun: number;
	recordsWithSecondRun: number;
	/** Records whose run was broken off by a kill. */
	recordsInterrupted: number;
	/** Runs of calls that never took place. */
	strangeRuns: number;
	/** From the first record to the last run. */
	seconds: number;
	/** When n8n was killed and when it was back, in seconds from the start. */
	cuts: Array<{ at: number; backAt: number }>;
}

export function recordFindings({ order, jobIds, cuts, executions, startedAt, trigger }: RecordEvidence): RecordFindings {
	const runs = new Map<string, StoredExecution[]>(jobIds.map((jobId) => [jobId, []]));
	const strange = executions.filter((execution) => {
		const own = runs.get(String(triggerOutput(execution, trigger).jobId));
		own?.push(execution);
		return !own;
	});
	const counted = [...runs.values()];
	const seconds = (time: number) => Math.round((time - startedAt) / 100) / 10;
	return {
		...order,
		runs: executions.length,
		runsByStatus: tally(executions.map(({ status }) => status)),
		recordsWithoutRun: counted.filter((own) => own.length === 0).length,
		recordsWithSecondRun: counted.filter((own) => own.length > 1).length,
		recordsInterrupted: counted.filter((own) => own.length === 1 && own[0]?.status !== 'success').length,
		strangeRuns: strange.length,
		seconds: seconds(Math.max(startedAt, ...executions.map((execution) => execution.startedAt))),
		cuts: cuts.map(({ at, backAt }) => ({ at: seconds(at), backAt: seconds(backAt) })),
	};
}
