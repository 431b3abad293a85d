import { instanceId, skillGroupId } from '../../fields';
import { commandAction } from '../kinds';
import { userSkillLevels } from './userSkillLevels';

/** Source: AddUsersToSkillGroup, api.aliyun.com/document/CCC/2020-07-01/AddUsersToSkillGroup. */
export const addUsersToSkillGroup = commandAction({
	operation: 'addUsersToSkillGroup',
	name: 'Add Users',
	action: 'Add users to skill group',
	description: 'Let agents handle what comes to the skill group, each with a skill level',
	fields: { instanceId, skillGroupId, userSkillLevels },
});
