import { instanceId, skillGroupId } from '../../fields';
import { pageAction } from '../kinds';
import { active, isMember, numberPattern } from './fields';

/** Source: ListPhoneNumbersOfSkillGroup, api.aliyun.com/document/CCC/2020-07-01/ListPhoneNumbersOfSkillGroup. */
export const listPhoneNumbersOfSkillGroup = pageAction({
	operation: 'listPhoneNumbersOfSkillGroup',
	name: 'Get Numbers of Skill Group',
	action: 'Get phone numbers of skill group',
	description: 'Get the numbers that belong to a skill group, or those that could be added to it',
	fields: {
		instanceId,
		skillGroupId,
		isMember: isMember(
			'Whether to return the numbers that the skill group has, or those that could be added, which are never personal numbers of agents',
		),
	},
	filters: { active, searchPattern: numberPattern },
});
