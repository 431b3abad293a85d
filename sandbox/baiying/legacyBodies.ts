import { chinaDate, chinaTime } from './dates';
import { GRADE_WORDINGS, isAnswered, rounds, talkSeconds, type CallFacts, type Grade, type JobFacts } from './facts';

/** The inner `data` of callbacks as the older platform sends them (https://api.byrobot.cn/doc/v2/). */

export type Fields = Record<string, unknown>;

const NAMES = { intention: '客户意向等级', labels: '客户标签' };

function result(call: CallFacts, fields: Fields): Fields {
	return {
		sceneInstanceResultId: call.callId * 10,
		companyId: call.companyId,
		callJobId: call.jobId,
		sceneInstanceId: call.callId,
		artificialResultValue: null,
		artificialChanged: null,
		resultDesc: null,
		resultValueAlias: '',
		resultLabels: null,
		resultValueNew: '',
		gmtCreate: chinaTime(call.endedAt),
		gmtModified: chinaTime(call.endedAt),
		...fields,
	};
}

function gradeResult(call: CallFacts, grade: Grade): Fields {
	const { value, crm } = GRADE_WORDINGS[grade];
	return result(call, {
		resultName: NAMES.intention,
		resultValue: value,
		resultValueAlias: grade,
		resultValueNew: crm,
		resultDesc: '肯定次数 >= 1次',
	});
}

function labelsResult(call: CallFacts): Fields {
	const resultLabels = call.labels.map((value, index) => ({ key: 200 + index, value }));
	return result(call, {
		resultName: NAMES.labels,
		resultValue: JSON.stringify(resultLabels.map(({ key }) => key)),
		resultLabels,
	});
}

function taskResult(call: CallFacts): Fields[] {
	return [
		...(call.grade ? [gradeResult(call, call.grade)] : []),
		...(call.labels.length > 0 ? [labelsResult(call)] : []),
	];
}

function phoneLog(call: CallFacts): Fields {
	const phoneLogs = call.transcript.map((line, index) => ({
		sceneInstanceLogId: call.callId * 100 + index,
		sceneInstanceId: call.callId,
		companyId: call.companyId,
		robotDefId: 180,
		decisionId: 10638 + index,
		speaker: line.speaker,
		content: line.content,
		userMean: '',
		userMeanDetail: line.speaker === 'ME' ? JSON.stringify([{ score: -1, answer: line.content, ask: line.content }]) : null,
		aiUnknown: false,
		answerStatus: line.speaker === 'ME' ? 0 : null,
		studyStatus: null,
		startTime: line.startMs,
		endTime: line.endMs,
		gmtCreate: chinaTime(call.startedAt + line.startMs),
		gmtModified: chinaTime(call.startedAt + line.startMs),
		knowledgeBaseId: null,
		correctionContent: null,
	}));
	return { phoneLogs, luyinOssUrl: isAnswered(call) ? `${call.recordingBase}.wav` : null };
}

function commonInstance(call: CallFacts): Fields {
	return {
		companyId: call.companyId,
		customerId: call.customerId,
		customerTelephone: call.phone,
		customerName: call.name,
		status: 2,
		finishStatus: call.finishStatus,
		duration: talkSeconds(call),
		chatRound: rounds(call),
		startTime: chinaTime(call.startedAt),
		endTime: chinaTime(call.endedAt),
		luyinOssUrl: isAnswered(call) ? `${call.recordingBase}.wav` : null,
		userLuyinOssUrl: isAnswered(call) ? `${call.recordingBase}_user.wav` : null,
		properties: JSON.stringify(call.properties),
		handlePerson: '沙箱话术',
		callType: 1,
		callIndex: 0,
		readStatus: 0,
		robotDefId: 180,
		sceneDefId: 192,
		sceneRecordId: 192,
		industry: '1540384412_151_1',
		hangUp: call.hangUp,
		secondaryCallTime: '1970-01-01 09:00:00',
		secondaryCallTimes: 0,
		callbacked: 0,
		gmtCreate: chinaTime(call.startedAt),
		gmtModified: chinaTime(call.endedAt),
	};
}

export function callRecord(call: CallFacts): Fields {
	return {
		sceneInstance: {
			callInstanceId: call.callId,
			callUserId: 1,
			callJobId: call.jobId,
			jobName: call.jobName,
			callerPhone: '沙箱线路',
			cost: 0,
			...commonInstance(call),
		},
		taskResult: taskResult(call),
		phoneLog: phoneLog(call),
		jobFinished: call.jobFinished,
		sign: null,
		dateTime: null,
	};
}

export function inboundCall(call: CallFacts): Fields {
	return {
		sceneInstance: {
			inboundInstanceId: call.callId,
			calleePhone: '01021570000',
			transferStatus: 0,
			transferInfo: null,
			userLevel: call.grade ?? null,
			propertiesMap: call.properties,
			...commonInstance(call),
		},
		taskResult: taskResult(call).map((entry) => ({ ...entry, artificialChanged: false })),
		phoneLog: phoneLog(call),
		jobFinished: false,
		sign: null,
		dateTime: null,
	};
}

/** Somebody has changed the grade of the call by hand. */
export function intentionChange({ companyId, callId, grade = 'B' }: CallFacts): Fields {
	return { taskResult: [{ companyId, sceneInstanceId: callId, resultName: NAMES.intention, resultValue: grade }] };
}

export function jobStatus({ companyId, jobId, jobName, status, changedAt }: JobFacts): Fields {
	return {
		callJobId: jobId,
		companyId,
		jobName,
		jobType: 2,
		startDate: chinaDate(changedAt),
		endDate: chinaDate(changedAt),
		workingStartTime: '09:00:00',
		workingEndTime: '20:00:00',
		breakStartTime: null,
		breakEndTime: null,
		status,
		callType: 1,
		robotDefId: 180,
		sceneDefId: 192,
		sceneRecordId: 192,
		remark: '',
		smsType: 0,
		smsCondition: null,
		smsTemplateId: null,
		userId: 241,
		userName: '步婉',
		gmtCreate: chinaTime(changedAt),
		gmtModified: chinaTime(changedAt),
	};
}
