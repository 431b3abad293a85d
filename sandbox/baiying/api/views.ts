import { chinaTime } from '../dates';
import { rounds, talkSeconds, type CallFacts } from '../facts';
import * as legacy from '../legacyBodies';
import * as open from '../openBodies';
import type { Job } from './job';

/** How the two APIs show jobs and calls. */

type Fields = Record<string, unknown>;

const count = ({ calls }: Job, finishStatus: number) => calls.filter((call) => call.finishStatus === finishStatus).length;

/** @param inFull the older API's lists lack the counters */
export function legacyJob(job: Job, inFull: boolean): Fields {
	const counters = { totalCount: job.customers.length, doneCount: job.calls.length, calledCount: count(job, 0), rejectedCount: count(job, 1) };
	return {
		callJobId: job.jobId,
		jobName: job.jobName,
		jobType: job.jobType,
		startDate: job.startDate ?? null,
		workingStartTime: '09:00:00',
		workingEndTime: '20:00:00',
		breakStartTime: null,
		breakEndTime: null,
		status: job.status,
		sceneDefId: 192,
		remark: job.remark,
		...(inFull ? counters : Object.fromEntries(Object.keys(counters).map((name) => [name, null]))),
		callPhones: inFull ? job.userPhoneIds.map((userPhoneId) => ({ userPhoneId, callJobId: job.jobId })) : null,
	};
}

export function openJob({ jobId, jobName, status, customers }: Job): Fields {
	return { callJobId: jobId, jobName, callJobStatus: status, totalCount: customers.length };
}

function listed(call: CallFacts): Fields {
	const answered = call.finishStatus === 0;
	return {
		callInstanceId: call.callId,
		callJobId: call.jobId,
		jobName: call.jobName,
		customerTelephone: call.phone,
		customerName: call.name,
		finishStatus: call.finishStatus,
		startTime: chinaTime(call.startedAt),
		endTime: chinaTime(call.endedAt),
		luyinOssUrl: answered ? `${call.recordingBase}.wav` : null,
		resultList: call.grade ? [{ name: '客户意向等级', value: `${call.grade}级` }] : [],
	};
}

/** The duration is a text here, as the vendor's sample has it. */
export function legacyListedCall(call: CallFacts): Fields {
	return { ...listed(call), sceneDefId: 192, status: 2, duration: String(talkSeconds(call)), chatRound: rounds(call), callerPhone: '沙箱线路' };
}

export function openListedCall(call: CallFacts): Fields {
	return { ...listed(call), callInstanceStatus: 2, duration: talkSeconds(call), calledTimes: 1, properties: JSON.stringify(call.properties), userProperties: '{}' };
}

export const legacyCall = (call: CallFacts): Fields => legacy.callRecord(call);
export const openCall = (call: CallFacts): Fields => open.callRecord(call);

/** One page of rows, numbered from 1. */
export function page(rows: Fields[], pageNum = 1, pageSize = 10): Fields {
	const list = rows.slice((pageNum - 1) * pageSize, pageNum * pageSize);
	return { pageNum: list.length === 0 ? 0 : pageNum, pageSize, size: list.length, total: rows.length, pages: Math.ceil(rows.length / pageSize), list };
}
