import { InputError } from '../../../common/vendor/errors';
import { instanceId, skillGroupId } from '../../fields';
import { commandAction } from '../kinds';
import { description, displayName } from './fields';

/** Source: ModifySkillGroup, api.aliyun.com/document/CCC/2020-07-01/ModifySkillGroup. */
export const modifySkillGroup = commandAction({
	operation: 'modifySkillGroup',
	name: 'Update',
	action: 'Update skill group',
	description: 'Change the display name or the description of the skill group; what is left out stays as it is',
	fields: { instanceId, skillGroupId },
	additionalFields: { description, displayName },
	check({ description: newDescription, displayName: newName }) {
		if (newDescription === undefined && newName === undefined) {
			throw new InputError("There is nothing to change: add 'Display Name' or 'Description' under 'Additional Fields'");
		}
	},
});
