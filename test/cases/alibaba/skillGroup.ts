import { byId, INSTANCE, type Case } from './case';

const GROUP = byId('skillgroup@ccc-test');
const of = { instanceId: INSTANCE, skillGroupId: GROUP };
const sent = { InstanceId: 'ccc-test', SkillGroupId: 'skillgroup@ccc-test' };
const page = { PageNumber: '1', PageSize: '20' };
const period = { startTime: '2026-11-20T00:00:00+08:00', endTime: '2026-11-21T00:00:00+08:00' };
const sentPeriod = { StartTime: '1795104000000', EndTime: '1795190400000' };
const done = { success: true, requestId: expect.any(String) };

export const skillGroup: Case[] = [
	{
		operation: 'getSkillGroup',
		parameters: of,
		sends: sent,
		returns: { skillGroupId: 'skillgroup@ccc-test', instanceId: 'ccc-test', displayName: expect.any(String), mediaType: expect.any(String) },
	},
	{
		operation: 'listSkillGroups',
		parameters: { instanceId: INSTANCE, returnAll: false, limit: 20, filters: { mediaType: 'CHAT', searchPattern: 'sales' } },
		sends: { InstanceId: 'ccc-test', MediaType: 'CHAT', SearchPattern: 'sales', ...page },
		returns: { skillGroupId: expect.any(String), skillGroupName: expect.any(String), mediaType: 'CHAT', userCount: 1, phoneNumberCount: 1 },
	},
	{
		operation: 'createSkillGroup',
		parameters: {
			instanceId: INSTANCE,
			name: 'after-sales_1',
			displayName: '售后服务',
			additionalFields: { description: 'Repairs and returns', mediaType: 'VIDEO' },
		},
		sends: { InstanceId: 'ccc-test', Name: 'after-sales_1', DisplayName: '售后服务', Description: 'Repairs and returns', MediaType: 'VIDEO' },
		returns: { skillGroupId: expect.any(String), name: 'after-sales_1', description: 'Repairs and returns', mediaType: 'VIDEO' },
	},
	{
		operation: 'modifySkillGroup',
		parameters: { ...of, additionalFields: { displayName: 'After-sales service', description: 'Repairs' } },
		sends: { ...sent, DisplayName: 'After-sales service', Description: 'Repairs' },
		returns: done,
	},
	{
		operation: 'deleteSkillGroup',
		parameters: { ...of, additionalFields: { force: true } },
		sends: { ...sent, Force: 'true' },
		returns: done,
	},
	{
		operation: 'addUsersToSkillGroup',
		parameters: {
			...of,
			userSkillLevels: {
				user: [
					{ userId: byId('agent@ccc-test'), skillLevel: 1 },
					{ userId: byId('={{ "user-test@" + "ccc-test" }}'), skillLevel: '={{ $json.phone.length - 1 }}' },
				],
			},
		},
		sends: {
			...sent,
			UserSkillLevelList: '[{"userId":"agent@ccc-test","skillLevel":1},{"userId":"user-test@ccc-test","skillLevel":10}]',
		},
		returns: done,
	},
	{
		operation: 'removeUsersFromSkillGroup',
		parameters: { ...of, userIds: 'agent@ccc-test, user-test@ccc-test' },
		sends: { ...sent, UserIdList: '["agent@ccc-test","user-test@ccc-test"]' },
		returns: done,
	},
	{
		operation: 'listRealtimeSkillGroupStates',
		parameters: {
			instanceId: INSTANCE,
			returnAll: false,
			limit: 20,
			filters: { mediaType: 'ALL', skillGroupIds: 'skillgroup1@ccc-test,skillgroup2@ccc-test' },
		},
		sends: { InstanceId: 'ccc-test', MediaType: 'ALL', SkillGroupIdList: '["skillgroup1@ccc-test","skillgroup2@ccc-test"]', ...page },
		returns: { skillGroupId: expect.any(String), waitingCalls: 1, longestWaitingSeconds: expect.any(Number), readyAgents: 1, totalAgents: 1 },
	},
	{
		operation: 'listHistoricalSkillGroupReport',
		parameters: {
			instanceId: INSTANCE,
			returnAll: true,
			filters: { ...period, mediaType: 'AUDIO', skillGroupIds: ['skillgroup1@ccc-test'] },
		},
		sends: {
			InstanceId: 'ccc-test',
			...sentPeriod,
			MediaType: 'AUDIO',
			SkillGroupIdList: '["skillgroup1@ccc-test"]',
			PageNumber: '1',
			PageSize: '100',
		},
		returns: { skillGroupId: expect.any(String), totalCalls: 1, inboundAnswered: 1, averageWaitSeconds: expect.any(Number), outboundCalls: 1 },
	},
	{
		operation: 'listIntervalSkillGroupReport',
		parameters: { ...of, filters: { ...period, interval: 'Hourly', mediaType: 'CHAT' } },
		sends: { ...sent, ...sentPeriod, Interval: 'Hourly', MediaType: 'CHAT' },
		returns: { startedAt: '2026-01-02T03:04:05.000Z', totalCalls: 1, inboundCalls: 1, outboundAnswered: 1 },
	},
];
