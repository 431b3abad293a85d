import { parseCallback, simplified } from '../../../../nodes/Baiying/callback/callback';
import { readJson, type JsonObject } from '../../../../nodes/Baiying/callback/json';
import { fixtureText, type FixtureName } from '../support/fixtures';

function simplifiedFixture(name: FixtureName): JsonObject {
	const callback = parseCallback(readJson(fixtureText(name)));
	if (!callback) throw new Error(`${name} is not a callback`);
	return { event: callback.event, ...simplified(callback) };
}

describe('the samples from the vendor page', () => {
	test('call record', () => {
		expect(simplifiedFixture('callRecord')).toEqual({
			event: 'callCompleted',
			companyId: '1',
			jobId: '1',
			jobName: 'GG0112-YX NEW1',
			callId: '1',
			customer: { id: '1', name: '2989', phone: '137xxxxxxxx' },
			callResult: 'answered',
			tryAgain: 'never',
			outcome: 'answered',
			finishStatus: 0,
			durationSeconds: 35,
			rounds: 3,
			startedAt: '2019-01-12T16:09:32.000+08:00',
			endedAt: '2019-01-12T16:10:11.000+08:00',
			hungUpBy: 'customer',
			recordingUrl: 'https://byrobot-prod.oss-cn-hangzhou.aliyuncs.com/RobotPhoneCommunicate/11/xxx.wav',
			customerRecordingUrl: 'https://byrobot-prod.oss-cn-hangzhou.aliyuncs.com/RobotPhoneCommunicate/11.wav',
			intention: {
				grade: 'C',
				value: 'C级(很少)',
				label: 'C级(明确拒绝)',
				reason: '命中业务问题 <= 0次 并且 肯定次数 <= 0次',
			},
			labels: ['无效用户'],
			results: { 客户意向等级: 'C级(很少)' },
			transcript: [
				{ speaker: 'robot', text: '喂，您好，这里是用户测试电话', startMs: 0, endMs: 0 },
				{ speaker: 'customer', text: '有什么游戏呀？', startMs: 8350, endMs: 10570 },
			],
			properties: {
				csStaffId: 12,
				csStaffMobile: '15957182700',
				csStaffName: '123',
				duration: 20,
				failReason: '失败了就是失败了',
				finishTime: 1546506273268,
				seatGroupId: 1,
				seatGroupName: '测试失败',
				startTime: 1546506263268,
				succTime: 1546506283268,
				success: false,
				transferMobile: false,
				useEavesdrop: false,
			},
			jobFinished: false,
		});
	});

	test('job status', () => {
		expect(simplifiedFixture('jobStatus')).toEqual({
			event: 'jobStatusChanged',
			companyId: '243',
			jobId: '535',
			jobName: '测试-问题学习',
			jobType: 'manual',
			status: 2,
			statusName: 'completed',
			startDate: '2018-04-25',
			endDate: '2018-04-25',
			workingStartTime: '09:00:00',
			workingEndTime: '20:00:00',
			breakStartTime: null,
			breakEndTime: null,
			endedAt: null,
			updatedAt: '2018-04-25T11:17:19.000+08:00',
			robotId: '278',
			remark: null,
		});
	});

	test('intention grade changed by hand', () => {
		expect(simplifiedFixture('intentionChange')).toEqual({
			event: 'intentionChanged',
			companyId: '241',
			jobId: null,
			callId: '2016',
			intention: { grade: 'B', value: 'B', label: null, reason: null },
			labels: [],
			results: { 客户意向等级: 'B' },
		});
	});
});

test('an inbound call', () => {
	expect(simplifiedFixture('inboundCall')).toEqual({
		event: 'inboundCallCompleted',
		companyId: '1',
		jobId: null,
		jobName: null,
		callId: '70258002706',
		customer: { id: '99', name: '张三', phone: '13720000001' },
		callResult: 'answered',
		tryAgain: 'never',
		outcome: 'answered',
		finishStatus: 0,
		durationSeconds: 41,
		rounds: 2,
		startedAt: '2019-01-24T15:27:28.000+08:00',
		endedAt: '2019-01-24T15:28:09.000+08:00',
		hungUpBy: 'robot',
		recordingUrl: 'https://byrobot-prod.oss-cn-hangzhou.aliyuncs.com/InboundRobotCommunicate/1/a.wav',
		customerRecordingUrl: 'https://byrobot-prod.oss-cn-hangzhou.aliyuncs.com/InboundRobotCommunicate/1/a_user.wav',
		intention: { grade: 'A', value: 'A级(较强)', label: 'A级(有明确意向)', reason: null },
		labels: [],
		results: { 客户意向等级: 'A级(较强)' },
		transcript: [],
		properties: { 渠道: '官网' },
		jobFinished: null,
		calleeNumber: '01021570000',
		transfer: { status: 'succeeded', info: { seatGroupName: '售后' } },
	});
});

describe('the open platform', () => {
	test('call record', () => {
		expect(simplifiedFixture('openCallRecord')).toEqual({
			event: 'callCompleted',
			companyId: '1',
			jobId: '362574',
			jobName: '回访',
			callId: '70258002706',
			customer: { id: null, name: '李四', phone: '13720000001' },
			callResult: 'answered',
			tryAgain: 'never',
			outcome: 'answered',
			finishStatus: 0,
			durationSeconds: 27,
			rounds: 1,
			startedAt: '2026-09-08T10:00:00.000+08:00',
			endedAt: '2026-09-08T10:00:31.000+08:00',
			hungUpBy: 'robot',
			recordingUrl: 'https://byrobot-prod.oss-cn-hangzhou.aliyuncs.com/RobotPhoneCommunicate/70258002706/a.mp3',
			customerRecordingUrl: null,
			intention: { grade: 'A', value: 'A', label: null, reason: '肯定次数 >= 1次' },
			labels: ['已预约', '老客户'],
			results: { 预约时间: '周三', 客户意向等级: 'A' },
			transcript: [
				{ speaker: 'robot', text: '您好', startMs: 0, endMs: 1200 },
				{ speaker: 'customer', text: '好的，周三', startMs: 1500, endMs: 3100 },
			],
			properties: { callStartTime: '2026-09-08 09:59:50', order: 'A-17' },
			jobFinished: null,
		});
	});

	test('job status', () => {
		expect(simplifiedFixture('openJobStatus')).toMatchObject({
			event: 'jobStatusChanged',
			companyId: '1',
			jobId: '362574',
			status: 9,
			statusName: 'lineInArrears',
			updatedAt: '2026-09-08T12:00:00.000+08:00',
		});
	});
});
