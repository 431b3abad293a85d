import { chinaTime } from './dates';
import { isAnswered, rounds, talkSeconds, type CallFacts, type JobFacts } from './facts';
import type { Fields } from './legacyBodies';

/** The inner `data` of callbacks as the open platform sends them (https://open.byai.com/v2/event-callbacks/). */

function taskResult({ grade, labels }: CallFacts): Fields[] {
	const intention = { resultName: '客户意向等级', resultValue: grade, resultDesc: '肯定次数 >= 1次', resultLabels: null };
	const resultLabels = labels.map((value, index) => ({ key: 200 + index, value }));
	const labelled = {
		resultName: '客户标签',
		resultValue: JSON.stringify(resultLabels.map(({ key }) => key)),
		resultDesc: null,
		resultLabels,
	};
	return [...(grade ? [intention] : []), ...(labels.length > 0 ? [labelled] : [])];
}

export function callRecord(call: CallFacts): Fields {
	return {
		callInstance: {
			companyId: call.companyId,
			callJobId: call.jobId,
			callInstanceId: call.callId,
			callInstanceStatus: 2,
			finishStatus: call.finishStatus,
			customerTelephone: call.phone,
			customerName: call.name,
			jobName: call.jobName,
			robotDefId: 180,
			robotDefName: '沙箱话术',
			startTime: chinaTime(call.startedAt),
			endTime: chinaTime(call.endedAt),
			duration: talkSeconds(call),
			luyinOssUrl: isAnswered(call) ? `${call.recordingBase}.wav` : null,
			userLuyinOssUrl: isAnswered(call) ? `${call.recordingBase}_user.wav` : null,
			calledTimes: 1,
			chatRound: rounds(call),
			hangUp: call.hangUp,
			perceptionResult: '无感知',
			collectProperties: {},
			properties: call.properties,
			transferred: false,
			lineIn: false,
			takeover: false,
		},
		phoneLogs: call.transcript.map(({ speaker, content, startMs, endMs }) => ({
			speaker,
			content,
			startTime: startMs,
			endTime: endMs,
			decisionName: '',
			answerStatus: speaker === 'ME' ? 0 : null,
		})),
		taskResult: taskResult(call),
		callRepeat: [],
		jobPhoneInfos: [{ lineName: '沙箱线路', callerAccountId: 1, userPhoneId: 7 }],
	};
}

export function jobStatus({ companyId, jobId, jobName, status, changedAt }: JobFacts): Fields {
	return {
		companyId,
		callJobId: jobId,
		callJobStatus: status,
		jobName,
		updateTime: chinaTime(changedAt),
		endTime: status === 2 ? chinaTime(changedAt) : null,
	};
}
