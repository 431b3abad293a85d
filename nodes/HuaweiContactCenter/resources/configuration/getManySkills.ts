import { text } from '../../../common/action/fields';
import { pageAction } from '../../aicc/pages';
import { readSkills } from '../../aicc/reads';
import { mediaOf, mediaType } from './media';

const name = text({ displayName: 'Name', description: 'Only skill queues whose name holds this', example: 'sales' });

/** Source: querySkills (cec_07_0037). */
export const getManySkills = pageAction({
	operation: 'getManySkills',
	name: 'Get Many Skills',
	action: 'Get many skills of configuration',
	description: 'List the skill queues of the tenant, with the IDs that other operations take',
	fields: {},
	filters: { mediaType, name },
	read: async (client, values, place) => await readSkills(client, place, { name: values.name, mediaTypeId: values.mediaType }),
	short: (skill) => ({
		skillId: skill.skillId,
		name: skill.name,
		description: skill.description,
		media: mediaOf(skill.mediaTypeId),
		maxWaitSeconds: skill.maxWaitTime,
		maxWaitingCalls: skill.maxWaitNum,
		maxWrapUpSeconds: skill.maxAgentWrapupTime,
	}),
});
