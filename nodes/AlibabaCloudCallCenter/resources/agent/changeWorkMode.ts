import { agentMobile, instanceId, skillGroupIds, workMode } from '../../fields';
import { objectAction } from '../kinds';
import { userId, voiceDeviceId } from './fields';
import { agentState } from './state';

/** Source: ChangeWorkMode, api.aliyun.com/document/CCC/2020-07-01/ChangeWorkMode. */
export const changeWorkMode = objectAction({
	operation: 'changeWorkMode',
	name: 'Change Work Mode',
	action: 'Change work mode of agent',
	description: "Choose where an agent's calls arrive: in the browser, on a phone in the office or on the agent's own phone",
	fields: { instanceId, userId, workMode },
	additionalFields: { deviceId: voiceDeviceId, mobile: agentMobile, signedSkillGroupIds: skillGroupIds('The skill groups whose calls the agent takes') },
	short: agentState,
});
