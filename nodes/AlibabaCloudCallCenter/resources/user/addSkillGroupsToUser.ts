import { instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { skillLevels, userId } from './fields';

/** Source: AddSkillGroupsToUser, api.aliyun.com/document/CCC/2020-07-01/AddSkillGroupsToUser. */
export const addSkillGroupsToUser = commandAction({
	operation: 'addSkillGroupsToUser',
	name: 'Add Skill Groups',
	action: 'Add skill groups to user',
	description: 'Let a user take the calls of more skill groups, each with a level',
	fields: { instanceId, userId, skillLevels },
});
