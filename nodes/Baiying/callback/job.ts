import type { JsonObject } from './json';
import { jobStatusName, jobTypeName } from './names';
import { amount, chinaTime, text } from './values';

/**
 * The fields of a job's new status, from the callback's inner `data`. A field that the callback lacks is null.
 * Dates are `yyyy-MM-dd` and times of day `HH:mm:ss`, both in China, as Baiying sends them.
 */
export function jobStatus(data: JsonObject): JsonObject {
	const status = amount(data.status ?? data.callJobStatus);
	return {
		companyId: text(data.companyId),
		jobId: text(data.callJobId),
		jobName: text(data.jobName),
		jobType: jobTypeName(amount(data.jobType)),
		status,
		statusName: jobStatusName(status),
		startDate: text(data.startDate),
		endDate: text(data.endDate),
		workingStartTime: text(data.workingStartTime),
		workingEndTime: text(data.workingEndTime),
		breakStartTime: text(data.breakStartTime),
		breakEndTime: text(data.breakEndTime),
		endedAt: chinaTime(data.endTime),
		updatedAt: chinaTime(data.updateTime ?? data.gmtModified),
		robotId: text(data.robotDefId ?? data.robotDef),
		remark: text(data.remark),
	};
}
