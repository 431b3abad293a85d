import { byId, INSTANCE, type Case } from './case';

const USER = byId('agent@ccc-test');
const DONE = { success: true, requestId: expect.any(String) };
const skillLevels = {
	level: [
		{ skillGroupId: byId('sales@ccc-test'), skillLevel: 1 },
		{ skillGroupId: byId('support@ccc-test'), skillLevel: 10 },
	],
};
const SKILL_LEVELS = '[{"skillGroupId":"sales@ccc-test","skillLevel":1},{"skillGroupId":"support@ccc-test","skillLevel":10}]';

export const user: Case[] = [
	{
		operation: 'getUser',
		parameters: { instanceId: INSTANCE, userId: USER, additionalFields: { extension: '80031234' } },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', Extension: '80031234' },
		returns: { userId: 'agent@ccc-test', extension: '80031234', role: expect.any(String), workMode: expect.any(String) },
	},
	{
		operation: 'listUsers',
		parameters: {
			instanceId: INSTANCE,
			returnAll: true,
			filters: { searchPattern: 'Second', skillGroupId: byId('skill-group@ccc-test') },
		},
		sends: { InstanceId: 'ccc-test', SearchPattern: 'Second', SkillGroupId: 'skill-group@ccc-test', PageNumber: '1', PageSize: '100' },
		returns: {
			userId: 'user-test@ccc-test',
			displayName: 'Second agent',
			role: 'Agent',
			skillLevels: [{ skillGroupId: 'skill-group@ccc-test', skillGroupName: 'skill-group@ccc-test', skillLevel: 5 }],
		},
	},
	{
		operation: 'createUser',
		parameters: {
			instanceId: INSTANCE,
			loginName: 'li.wei',
			displayName: '李伟',
			email: 'li.wei@example.com',
			roleId: byId('Agent@ccc-test'),
			additionalFields: {
				avatarUrl: 'https://example.com/li-wei.jpg',
				displayId: '1001',
				mobile: 13918140000,
				needEmailNotification: true,
				nickname: 'Wei',
				resetPassword: true,
				skillLevels,
				workMode: 'OFF_SITE',
			},
		},
		sends: {
			InstanceId: 'ccc-test',
			LoginName: 'li.wei',
			DisplayName: '李伟',
			Email: 'li.wei@example.com',
			RoleId: 'Agent@ccc-test',
			AvatarUrl: 'https://example.com/li-wei.jpg',
			DisplayId: '1001',
			Mobile: '13918140000',
			NeedEmailNotification: 'true',
			Nickname: 'Wei',
			ResetPassword: 'true',
			SkillLevelList: SKILL_LEVELS,
			WorkMode: 'OFF_SITE',
		},
		returns: { userId: expect.any(String), loginName: 'li.wei', displayName: '李伟', mobile: '13918140000', workMode: 'OFF_SITE' },
	},
	{
		operation: 'modifyUser',
		parameters: {
			instanceId: INSTANCE,
			userId: USER,
			workMode: 'OFFICE_PHONE',
			additionalFields: {
				avatarUrl: 'https://example.com/li-wei.jpg',
				displayId: '1002',
				displayName: '李伟',
				force: true,
				mobile: '13918140000',
				nickname: 'Wei',
				roleId: byId('Manager@ccc-test'),
			},
		},
		sends: {
			InstanceId: 'ccc-test',
			UserId: 'agent@ccc-test',
			WorkMode: 'OFFICE_PHONE',
			AvatarUrl: 'https://example.com/li-wei.jpg',
			DisplayId: '1002',
			DisplayName: '李伟',
			Force: 'true',
			Mobile: '13918140000',
			Nickname: 'Wei',
			RoleId: 'Manager@ccc-test',
		},
		returns: DONE,
	},
	{
		operation: 'removeUsers',
		parameters: {
			instanceId: INSTANCE,
			userIds: 'agent@ccc-test, user-test@ccc-test',
			additionalFields: { force: true, notificationEmail: 'team@example.com' },
		},
		sends: {
			InstanceId: 'ccc-test',
			UserIdList: '["agent@ccc-test","user-test@ccc-test"]',
			Force: 'true',
			NotificationEmail: 'team@example.com',
		},
		returns: DONE,
	},
	{
		operation: 'listSkillLevelsOfUser',
		parameters: { instanceId: INSTANCE, userId: USER, returnAll: false, limit: 5, filters: { isMember: false, searchPattern: 'sales' } },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', IsMember: 'false', SearchPattern: 'sales', PageNumber: '1', PageSize: '5' },
		returns: { skillGroupId: expect.any(String), skillGroupName: expect.any(String), skillLevel: expect.anything() },
	},
	{
		operation: 'addSkillGroupsToUser',
		parameters: { instanceId: INSTANCE, userId: USER, skillLevels },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', SkillLevelList: SKILL_LEVELS },
		returns: DONE,
	},
	{
		operation: 'removeSkillGroupsFromUser',
		parameters: { instanceId: INSTANCE, userId: USER, skillGroupIds: 'sales@ccc-test, support@ccc-test' },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', SkillGroupIdList: '["sales@ccc-test","support@ccc-test"]' },
		returns: DONE,
	},
	{
		operation: 'modifySkillLevelsOfUser',
		parameters: { instanceId: INSTANCE, userId: USER, skillLevels },
		sends: { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', SkillLevelList: SKILL_LEVELS },
		returns: DONE,
	},
];
