import { deviceId, instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { userId } from './fields';
import { agentState } from './state';

/** Source: SignOutGroup, api.aliyun.com/document/CCC/2020-07-01/SignOutGroup. */
export const signOutGroup = objectAction({
	operation: 'signOutGroup',
	name: 'Sign Out',
	action: 'Sign agent out',
	description: 'Take an agent offline, out of all skill groups',
	fields: { instanceId, userId },
	additionalFields: { deviceId },
	short: agentState,
});
