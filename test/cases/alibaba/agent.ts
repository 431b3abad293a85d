import { byId, INSTANCE, type Case } from './case';
import { agentCall, dialing, signedIn } from './given';

const AGENT = byId('agent@ccc-test');
const DEVICE = 'ACC-YUNBS-1.0.10-bs3b5f22c6d78f000176aebe9471';
const STATE = { userId: 'agent@ccc-test', state: expect.any(String), outboundScenario: expect.any(Boolean), skillGroupIds: expect.any(Array) };
/** What the sandbox puts where a time or the length of one belongs. */
const SOME_TIME = Date.UTC(2026, 0, 2, 3, 4, 5);
const FIGURES = {
	calls: 1,
	inboundOffered: 1,
	inboundHandled: 1,
	outboundDialed: 1,
	outboundAnswered: 1,
	talkSeconds: SOME_TIME,
	breakSeconds: SOME_TIME,
	loggedInSeconds: SOME_TIME,
};

export const agent: Case[] = [
	{
		operation: 'signInGroup',
		parameters: {
			instanceId: INSTANCE,
			userId: AGENT,
			deviceId: byId(DEVICE),
			signedSkillGroupIds: 'sales@ccc-test, support@ccc-test',
			additionalFields: { additivity: true, chatDeviceId: byId('4c51c9116c36537cb850dc1081d745df') },
		},
		sends: {
			InstanceId: 'ccc-test',
			UserId: 'agent@ccc-test',
			DeviceId: DEVICE,
			SignedSkillGroupIdList: '["sales@ccc-test","support@ccc-test"]',
			Additivity: 'true',
			ChatDeviceId: '4c51c9116c36537cb850dc1081d745df',
		},
		returns: { ...STATE, deviceId: DEVICE, skillGroupIds: ['sales@ccc-test', 'support@ccc-test'] },
	},
	{
		operation: 'signOutGroup',
		parameters: { instanceId: INSTANCE, userId: AGENT, additionalFields: { deviceId: DEVICE } },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', DeviceId: DEVICE },
		returns: { ...STATE, mobile: expect.any(String) },
	},
	{
		operation: 'readyForService',
		given: signedIn,
		parameters: { instanceId: INSTANCE, userId: AGENT, additionalFields: { deviceId: DEVICE, outboundScenario: true } },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', DeviceId: DEVICE, OutboundScenario: 'true' },
		returns: STATE,
	},
	{
		operation: 'takeBreak',
		given: signedIn,
		parameters: { instanceId: INSTANCE, userId: AGENT, code: 'lunchtime', additionalFields: { deviceId: DEVICE } },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', Code: 'lunchtime', DeviceId: DEVICE },
		returns: { ...STATE, breakCode: expect.any(String) },
	},
	{
		operation: 'changeWorkMode',
		parameters: {
			instanceId: INSTANCE,
			userId: AGENT,
			workMode: 'OFF_SITE',
			additionalFields: { deviceId: byId(DEVICE), mobile: '13918140000', signedSkillGroupIds: ['sales@ccc-test'] },
		},
		sends: {
			InstanceId: 'ccc-test',
			UserId: 'agent@ccc-test',
			WorkMode: 'OFF_SITE',
			DeviceId: DEVICE,
			Mobile: '13918140000',
			SignedSkillGroupIdList: '["sales@ccc-test"]',
		},
		returns: { ...STATE, workMode: 'OFF_SITE' },
	},
	{
		operation: 'changeVisibility',
		parameters: { instanceId: INSTANCE, userId: AGENT, invisible: false },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', Invisible: 'false' },
		returns: STATE,
	},
	{
		operation: 'resetAgentState',
		parameters: { instanceId: INSTANCE, userId: AGENT, additionalFields: { deviceId: DEVICE } },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', DeviceId: DEVICE },
		returns: STATE,
	},
	{
		operation: 'pollUserStatus',
		given: agentCall,
		parameters: { instanceId: INSTANCE, userId: AGENT, additionalFields: { deviceId: DEVICE } },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', DeviceId: DEVICE },
		returns: {
			...STATE,
			extension: expect.any(String),
			jobId: expect.any(String),
			callType: expect.any(String),
			channels: [expect.objectContaining({ channelId: expect.any(String), userId: 'agent@ccc-test' }), expect.anything()],
		},
	},
	{
		operation: 'listDevices',
		parameters: { instanceId: INSTANCE, userId: AGENT },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test' },
		returns: { userId: 'agent@ccc-test', deviceId: expect.any(String), deviceType: expect.any(String) },
	},
	{
		operation: 'listRealtimeAgentStates',
		given: dialing,
		parameters: {
			instanceId: INSTANCE,
			returnAll: false,
			limit: 10,
			filters: {
				agentIds: ['agent@ccc-test', 'user-test@ccc-test'],
				agentName: 'Li',
				callTypes: ['Inbound', 'Outbound'],
				mediaType: 'ALL',
				outboundScenario: false,
				query: '8032',
				skillGroupId: byId('sales@ccc-test'),
				states: ['ACW', 'Dialing'],
				workModes: ['OFFICE_PHONE', 'ON_SITE'],
			},
		},
		sends: {
			InstanceId: 'ccc-test',
			AgentIdList: '["agent@ccc-test","user-test@ccc-test"]',
			AgentName: 'Li',
			CallTypeList: '["Inbound","Outbound"]',
			MediaType: 'ALL',
			OutboundScenario: 'false',
			Query: '8032',
			SkillGroupId: 'sales@ccc-test',
			StateList: '["ACW","Dialing"]',
			WorkModeList: '["OFFICE_PHONE","ON_SITE"]',
			PageNumber: '1',
			PageSize: '10',
		},
		returns: { agentName: 'Li', mobile: expect.any(String), state: 'Dialing', changedAt: expect.stringMatching(/Z$/), durationSeconds: expect.any(Number), skillGroupIds: [expect.any(String)] },
	},
	{
		operation: 'listAgentStateLogs',
		parameters: {
			instanceId: INSTANCE,
			agentId: AGENT,
			filters: { startTime: '2026-11-20T00:00:00Z', endTime: '2026-11-21T00:00:00Z' },
		},
		sends: { InstanceId: 'ccc-test', AgentId: 'agent@ccc-test', StartTime: '1795132800000', EndTime: '1795219200000' },
		returns: { state: expect.any(String), startedAt: '2026-11-20T00:00:00.000Z', durationSeconds: 1, outboundScenario: true },
	},
	{
		operation: 'listHistoricalAgentReport',
		parameters: {
			instanceId: INSTANCE,
			returnAll: false,
			limit: 10,
			filters: {
				agentIds: 'agent@ccc-test',
				mediaType: 'VIDEO',
				skillGroupId: byId('sales@ccc-test'),
				startTime: '2026-11-20T00:00:00Z',
				stopTime: '2026-11-21T00:00:00Z',
			},
		},
		sends: {
			InstanceId: 'ccc-test',
			AgentIdList: '["agent@ccc-test"]',
			MediaType: 'VIDEO',
			SkillGroupId: 'sales@ccc-test',
			StartTime: '1795132800000',
			StopTime: '1795219200000',
			PageNumber: '1',
			PageSize: '10',
		},
		returns: { agentId: expect.any(String), agentName: expect.any(String), ...FIGURES },
	},
	{
		operation: 'listIntervalAgentReport',
		parameters: {
			instanceId: INSTANCE,
			agentId: AGENT,
			filters: { startTime: '2026-11-20T00:00:00Z', endTime: '2026-11-21T00:00:00Z', interval: 'Hourly', mediaType: 'CHAT' },
		},
		sends: {
			InstanceId: 'ccc-test',
			AgentId: 'agent@ccc-test',
			StartTime: '1795132800000',
			EndTime: '1795219200000',
			Interval: 'Hourly',
			MediaType: 'CHAT',
		},
		returns: { startedAt: '2026-01-02T03:04:05.000Z', ...FIGURES },
	},
];
