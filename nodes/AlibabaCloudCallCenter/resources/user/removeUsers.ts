import { text, textList, yesNo } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { commandAction } from '../kinds';

const userIds = textList({
	displayName: 'User IDs',
	description: 'The users to remove, with commas between them or as a list',
	example: 'agent1@ccc-test, agent2@ccc-test',
});

const force = yesNo({
	displayName: 'Force',
	description: 'Whether to remove the users even where Alibaba Cloud would otherwise refuse',
	default: true,
});

const notificationEmail = text({
	displayName: 'Notification Email',
	description: 'Who is told by email about the removal',
	example: 'team@example.com',
});

/** Source: RemoveUsers, api.aliyun.com/document/CCC/2020-07-01/RemoveUsers. */
export const removeUsers = commandAction({
	operation: 'removeUsers',
	name: 'Remove',
	action: 'Remove users from instance',
	description: 'Remove users from the instance; their RAM users stay in your Alibaba Cloud account',
	fields: { instanceId, userIds },
	additionalFields: { force, notificationEmail },
});
