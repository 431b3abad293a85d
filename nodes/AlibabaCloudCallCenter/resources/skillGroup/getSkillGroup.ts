import { instanceId, skillGroupId } from '../../fields';
import { objectAction } from '../kinds';

/** Source: GetSkillGroup, api.aliyun.com/document/CCC/2020-07-01/GetSkillGroup. */
export const getSkillGroup = objectAction({
	operation: 'getSkillGroup',
	name: 'Get',
	action: 'Get skill group',
	description: 'Look up what the skill group is called, what it is for and which media it handles',
	fields: { instanceId, skillGroupId },
});
