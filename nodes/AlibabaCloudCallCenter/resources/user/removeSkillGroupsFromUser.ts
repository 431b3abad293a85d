import { instanceId, skillGroupIds } from '../../fields';
import { commandAction } from '../kinds';
import { userId } from './fields';

/** Source: RemoveSkillGroupsFromUser, api.aliyun.com/document/CCC/2020-07-01/RemoveSkillGroupsFromUser. */
export const removeSkillGroupsFromUser = commandAction({
	operation: 'removeSkillGroupsFromUser',
	name: 'Remove Skill Groups',
	action: 'Remove skill groups from user',
	description: 'Take a user out of skill groups, whose calls they no longer get',
	fields: { instanceId, userId, skillGroupIds: skillGroupIds('The skill groups that the user leaves') },
});
