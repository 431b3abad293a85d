import { yesNo } from '../../../common/action/fields';
import { instanceId, skillGroupId } from '../../fields';
import { commandAction } from '../kinds';

const force = yesNo({
	displayName: 'Force',
	description: 'Whether to delete the skill group even if it has agents or phone numbers',
	default: false,
});

/** Source: DeleteSkillGroup, api.aliyun.com/document/CCC/2020-07-01/DeleteSkillGroup. */
export const deleteSkillGroup = commandAction({
	operation: 'deleteSkillGroup',
	name: 'Delete',
	action: 'Delete skill group',
	description: 'Delete the skill group for good; one that has agents or phone numbers is refused unless forced',
	fields: { instanceId, skillGroupId },
	additionalFields: { force },
});
