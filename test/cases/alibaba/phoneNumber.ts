import { byId, INSTANCE, type Case } from './case';

const NUMBER = byId('01021560000');
const page = { PageNumber: '1', PageSize: '20' };
const upTo20 = { returnAll: false, limit: 20 };
const groups = { skillGroupIds: 'skillgroup1@ccc-test, skillgroup2@ccc-test' };
const sentGroups = { SkillGroupIdList: '["skillgroup1@ccc-test","skillgroup2@ccc-test"]' };
const done = { success: true, requestId: expect.any(String) };

export const phoneNumber: Case[] = [
	{
		operation: 'listPhoneNumbers',
		parameters: { instanceId: INSTANCE, ...upTo20, filters: { active: true, searchPattern: '0102156', usage: 'Bidirection' } },
		sends: { InstanceId: 'ccc-test', Active: 'true', SearchPattern: '0102156', Usage: 'Bidirection', ...page },
		returns: { number: '01021560000', usage: 'Bidirection', active: true, city: '北京', skillGroupIds: [] },
	},
	{
		operation: 'listOutboundNumbersOfUser',
		parameters: { instanceId: INSTANCE, userId: byId('user-test@ccc-test'), returnAll: false, limit: 1, filters: groups },
		sends: { InstanceId: 'ccc-test', UserId: 'user-test@ccc-test', ...sentGroups, PageNumber: '1', PageSize: '1' },
		returns: { number: '01021570000', province: '北京', provider: 'China Unicom' },
	},
	{
		operation: 'listPersonalNumbersOfUser',
		parameters: { instanceId: INSTANCE, userId: byId('agent@ccc-test'), isMember: false, ...upTo20, filters: { searchPattern: '0833' } },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', IsMember: 'false', SearchPattern: '0833', ...page },
		returns: { number: expect.any(String), active: true, instanceId: 'ccc-test' },
	},
	{
		operation: 'listPhoneNumbersOfSkillGroup',
		parameters: {
			instanceId: INSTANCE,
			skillGroupId: byId('skillgroup@ccc-test'),
			isMember: true,
			...upTo20,
			filters: { active: false, searchPattern: '0833' },
		},
		sends: { InstanceId: 'ccc-test', SkillGroupId: 'skillgroup@ccc-test', IsMember: 'true', Active: 'false', SearchPattern: '0833', ...page },
		returns: { number: expect.any(String), active: false, usage: expect.any(String) },
	},
	{
		operation: 'pickOutboundNumbers',
		parameters: { instanceId: INSTANCE, calledNumber: '={{ $json.phone }}', ...groups, additionalFields: { count: 3 } },
		sends: { InstanceId: 'ccc-test', CalledNumber: '13720000000', ...sentGroups, Count: '3' },
		returns: { callerNumber: expect.any(String), callerCity: expect.any(String), calleeNumber: expect.any(String), calleeProvince: expect.any(String) },
	},
	{
		operation: 'getNumberLocation',
		parameters: { instanceId: INSTANCE, number: '={{ $json.phone }}' },
		sends: { InstanceId: 'ccc-test', Number: '13720000000' },
		returns: { number: '13720000000', province: expect.any(String), city: expect.any(String) },
	},
	{
		operation: 'addPhoneNumberToSkillGroups',
		parameters: { instanceId: INSTANCE, number: NUMBER, ...groups },
		sends: { InstanceId: 'ccc-test', Number: '01021560000', ...sentGroups },
		returns: done,
	},
	{
		operation: 'removePhoneNumberFromSkillGroups',
		parameters: { instanceId: INSTANCE, number: NUMBER, ...groups },
		sends: { InstanceId: 'ccc-test', Number: '01021560000', ...sentGroups },
		returns: done,
	},
];
