import { yesNo } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { userId } from './fields';
import { agentState } from './state';

const invisible = yesNo({
	displayName: 'Invisible',
	description: 'Whether the agent only makes calls and is sent none',
	default: true,
});

/** Source: ChangeVisibility, api.aliyun.com/document/CCC/2020-07-01/ChangeVisibility. */
export const changeVisibility = objectAction({
	operation: 'changeVisibility',
	name: 'Change Visibility',
	action: 'Change visibility of agent',
	description: 'Hide an agent from incoming calls, or show them again; the same as outbound only',
	fields: { instanceId, userId, invisible },
	short: agentState,
});
