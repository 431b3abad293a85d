import { text } from '../../../common/action/fields';
import { deviceId, instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { userId } from './fields';
import { agentState } from './state';

const code = text({
	displayName: 'Break Code',
	description: 'Why the agent takes a break, in your own words; reports count breaks by it',
	example: 'lunchtime',
});

/** Source: TakeBreak, api.aliyun.com/document/CCC/2020-07-01/TakeBreak. */
export const takeBreak = objectAction({
	operation: 'takeBreak',
	name: 'Start Break',
	action: 'Start break of agent',
	description: 'Send an agent on a break; they get no calls until they are set ready again',
	fields: { instanceId, userId, code },
	additionalFields: { deviceId },
	short: agentState,
});
