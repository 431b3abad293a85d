import { instanceId, mediaType, searchPattern } from '../../fields';
import { pageAction } from '../kinds';

/** Source: ListSkillGroups, api.aliyun.com/document/CCC/2020-07-01/ListSkillGroups. */
export const listSkillGroups = pageAction({
	operation: 'listSkillGroups',
	name: 'Get Many',
	action: 'Get many skill groups',
	description: 'Get the skill groups of the instance, with the number of agents and of phone numbers in each',
	fields: { instanceId },
	filters: { mediaType: mediaType('Only skill groups that handle this'), searchPattern },
});
