import { instanceId, skillGroupIds } from '../../fields';
import { commandAction } from '../kinds';
import { number } from './fields';

/** Source: RemovePhoneNumberFromSkillGroups, api.aliyun.com/document/CCC/2020-07-01/RemovePhoneNumberFromSkillGroups. */
export const removePhoneNumberFromSkillGroups = commandAction({
	operation: 'removePhoneNumberFromSkillGroups',
	name: 'Remove From Skill Groups',
	action: 'Remove phone number from skill groups',
	description: 'Stop the agents of the skill groups from calling out with the number, which stays in the instance',
	fields: { instanceId, number, skillGroupIds: skillGroupIds('The skill groups that lose the number') },
});
