import { yesNo } from '../../../common/action/fields';
import { instanceId, skillGroupIds } from '../../fields';
import { objectAction } from '../kinds';
import { chatDeviceId, userId, voiceDeviceId } from './fields';
import { agentState } from './state';

const additivity = yesNo({
	displayName: 'Keep Other Skill Groups',
	description: 'Whether the agent stays signed in to the skill groups they are in already',
	default: true,
});

/** Source: SignInGroup, api.aliyun.com/document/CCC/2020-07-01/SignInGroup. */
export const signInGroup = objectAction({
	operation: 'signInGroup',
	name: 'Sign In',
	action: 'Sign agent in',
	description: 'Bring an agent online in one or more skill groups; they get calls once they are ready',
	fields: { instanceId, userId, deviceId: voiceDeviceId, signedSkillGroupIds: skillGroupIds('The skill groups whose calls the agent takes') },
	additionalFields: { additivity, chatDeviceId },
	short: agentState,
});
