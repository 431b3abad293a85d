import { textList } from '../../../common/action/fields';
import { instanceId, skillGroupId } from '../../fields';
import { commandAction } from '../kinds';

const userIds = textList({
	displayName: 'User IDs',
	description: 'The agents to remove. Separate several IDs with commas.',
	example: 'agent1@ccc-test, agent2@ccc-test',
});

/** Source: RemoveUsersFromSkillGroup, api.aliyun.com/document/CCC/2020-07-01/RemoveUsersFromSkillGroup. */
export const removeUsersFromSkillGroup = commandAction({
	operation: 'removeUsersFromSkillGroup',
	name: 'Remove Users',
	action: 'Remove users from skill group',
	description: 'Stop agents from handling what comes to the skill group; the agents themselves remain',
	fields: { instanceId, skillGroupId, userIds },
});
