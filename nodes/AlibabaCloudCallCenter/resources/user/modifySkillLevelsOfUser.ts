import { instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { skillLevels, userId } from './fields';

/** Source: ModifySkillLevelsOfUser, api.aliyun.com/document/CCC/2020-07-01/ModifySkillLevelsOfUser. */
export const modifySkillLevelsOfUser = commandAction({
	operation: 'modifySkillLevelsOfUser',
	name: 'Update Skill Levels',
	action: 'Update skill levels of user',
	description: 'Change how skilled a user is in skill groups that they are in already',
	fields: { instanceId, userId, skillLevels },
});
