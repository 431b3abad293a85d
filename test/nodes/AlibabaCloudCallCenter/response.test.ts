import type { IDataObject } from 'n8n-workflow';
import { cleanChannelId, normalize, simplifiedCall } from '../../../nodes/AlibabaCloudCallCenter/response';
import launchSurvey from '../../fixtures/alibaba/launchSurvey.json';
import sendDtmfSignaling from '../../fixtures/alibaba/sendDtmfSignaling.json';
import startBack2BackCall from '../../fixtures/alibaba/startBack2BackCall.json';

function simplified(answer: { Data: object }): IDataObject {
	return simplifiedCall(normalize(answer.Data) as IDataObject);
}

describe('the documented answers, simplified', () => {
	it('LaunchSurvey: numbers and booleans as text, lists as JSON text, filler', () => {
		expect(simplified(launchSurvey)).toEqual({
			jobId: 'job-65804666546491392',
			instanceId: 'ccc-test',
			callType: 'OUTBOUND',
			channels: [
				{
					channelId: 'ch:user:13188888888->80011474:1609250655096:job-65804666546491392',
					state: 'ANSWERED',
					originator: '13188888888',
					destination: '13188888888',
					userId: 'user-test@ccc-test',
					extension: '80011474',
					index: 1,
					changedAt: '2020-12-29T14:04:15.922Z',
				},
			],
			user: {
				userId: 'user-test@ccc-test',
				state: 'TALKING',
				workMode: 'ON_SITE',
				extension: '80011474',
				mobile: '13900000001',
				deviceId: 'ACC-YUNBS-1.0.10-bs3b5f22c6d78f000176aebe9471',
				skillGroupIds: ['skill-group@ccc-test'],
			},
		});
	});

	it('SendDtmfSignaling: one channel as an object, phone numbers as numbers, an id escaped twice', () => {
		expect(simplified(sendDtmfSignaling)).toEqual({
			jobId: 'job-65735740600893440',
			instanceId: 'ccc-test',
			callType: 'OUTBOUND',
			channels: [
				{
					channelId: 'ch:user:1318888888->80011474:1609234221870:job-65735740600893440',
					state: 'ANSWERED',
					originator: '01012345678',
					destination: '80011474',
					userId: 'user-test@ccc-test',
					extension: '80011474',
					index: 1,
					changedAt: '2020-12-29T09:30:22.367Z',
				},
			],
			user: {
				userId: 'user-test@ccc-test',
				state: 'TALKING',
				workMode: 'ON_SITE',
				extension: '80011474',
				mobile: '13900000001',
				deviceId: 'ACC-YUNBS-1.0.10-bse05179638553000176add4046f',
				skillGroupIds: ['skill-group@ccc-test'],
			},
		});
	});

	it('StartBack2BackCall', () => {
		expect(simplified(startBack2BackCall)).toEqual({
			jobId: 'job-1034159089076****',
			instanceId: 'ccc-test',
			callType: 'BACK2BACK',
			channels: [
				{
					channelId: 'ch:user:1390501****->8032****:1609138902226:job-653821410368****',
					state: 'NONE',
					originator: '0102157****',
					destination: '1372168****',
					extension: '8001****',
					changedAt: '2021-04-12T08:57:54.062Z',
				},
			],
			user: {
				userId: 'agent@ccc-test',
				state: 'OFFLINE',
				workMode: 'ON_SITE',
				extension: '8020****',
				mobile: '1324730****',
				deviceId: 'ACC-YUNBS-1.0.10-****',
				skillGroupIds: ['skillgroup1@ccc-test'],
			},
		});
	});
});

describe('normalize', () => {
	it('returns the same types for the same answer in each documented style', () => {
		const asText = normalize(launchSurvey.Data) as { userContext: IDataObject; callContext: { channelContexts: IDataObject[] } };
		expect(asText.userContext).toMatchObject({ outboundScenario: false, heartbeat: 1609250656122, extension: '80011474' });
		expect(asText.callContext.channelContexts[0]).toMatchObject({ index: 1, timestamp: 1609250655922, channelFlags: [] });
		expect(asText.callContext.channelContexts[0]).not.toHaveProperty('releaseReason');
	});

	it('keeps one flag as a list of one', () => {
		expect(normalize({ ChannelFlags: 'MONITORING' })).toEqual({ channelFlags: ['MONITORING'] });
	});

	it('passes on what it does not know, under a name that expressions can read', () => {
		expect(normalize({ Caller: '1', Callee: '2', DNISList: [{ SomethingNew: 'x' }], constructor: 'y' })).toEqual({
			callerNumber: '1',
			calleeNumber: '2',
			dnisList: [{ somethingNew: 'x' }],
			constructor: 'y',
		});
	});

	it('keeps all digits in JSON that arrives as text', () => {
		const AssociatedData = '{ "orderId": 12345678901234567890 }';
		expect(normalize({ AssociatedData, SignedSkillGroupIdList: '[12345678901234567]' })).toEqual({
			associatedData: { orderId: '12345678901234567890' },
			signedSkillGroupIdList: ['12345678901234567'],
		});
	});

	it('is not led astray by names that objects inherit', () => {
		const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'Constructor', 'ToString'];
		const answer: unknown = JSON.parse(`{ ${names.map((name) => `"${name}": { "${name}": "1" }`).join(', ')}, "CallContext": { "__proto__": { "jobId": "no" } } }`);
		const normalized = normalize(answer) as IDataObject;
		expect(Object.getPrototypeOf(normalized)).toBe(Object.prototype);
		expect(Object.keys(normalized)).toEqual(['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'callContext']);
		expect(Object.entries(normalized)[0]).toEqual(['__proto__', Object.fromEntries([['__proto__', '1']])]);
		expect(simplifiedCall(normalized)).toEqual({ channels: [] });
	});

	it.each(['constructor', '__proto__', 'toString', 'constructor;', '&constructor;', '&__proto__;'])('leaves the channel %p alone', (id) => {
		expect(cleanChannelId(id)).toBe(id);
	});

	it.each([
		[1012345678, '01012345678'],
		[75512345678, '075512345678'],
		[13900000001, '13900000001'],
		[4008001234, '4008001234'],
		[95533, '95533'],
		['01012345678', '01012345678'],
	])('restores the area code of the phone number %p', (arrived, expected) => {
		expect(normalize({ Originator: arrived })).toEqual({ originator: expected });
	});
});

describe('cleanChannelId', () => {
	it.each(['a->b', 'a-&gt;b', 'a-&amp;gt;b', 'a-&amp;amp;gt;b"', ' a->b"" '])('%p', (id) => {
		expect(cleanChannelId(id)).toBe('a->b');
	});
});
