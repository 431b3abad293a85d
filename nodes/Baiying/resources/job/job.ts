import type { JsonObject } from '../../callback/json';
import { jobStatusName, jobTypeName } from '../../callback/names';
import { amount, text } from '../../callback/values';

/** A job with the fields that matter. The open platform has only a few of them. */
export function simplifiedJob(row: JsonObject): JsonObject {
	const status = amount(row.callJobStatus ?? row.status);
	return {
		jobId: text(row.callJobId),
		jobName: text(row.jobName ?? row.callJobName),
		status,
		statusName: jobStatusName(status),
		jobType: jobTypeName(amount(row.jobType)),
		startDate: text(row.startDate),
		total: amount(row.totalCount),
		done: amount(row.doneCount),
		answered: amount(row.calledCount),
		rejected: amount(row.rejectedCount),
	};
}
