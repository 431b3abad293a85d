import { instanceId, skillGroupIds } from '../../fields';
import { commandAction } from '../kinds';
import { number } from './fields';

/** Source: AddPhoneNumberToSkillGroups, api.aliyun.com/document/CCC/2020-07-01/AddPhoneNumberToSkillGroups. */
export const addPhoneNumberToSkillGroups = commandAction({
	operation: 'addPhoneNumberToSkillGroups',
	name: 'Add to Skill Groups',
	action: 'Add phone number to skill groups',
	description: 'Let the agents of the skill groups call out with the number',
	fields: { instanceId, number, skillGroupIds: skillGroupIds('The skill groups that get the number') },
});
