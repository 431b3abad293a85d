import { yesNo } from '../../../common/action/fields';
import { instanceId, workMode } from '../../fields';
import { commandAction } from '../kinds';
import { displayName, roleId, userDetails, userId } from './fields';

const force = yesNo({
	displayName: 'Force',
	description: 'Whether to change the user even where Alibaba Cloud would otherwise refuse',
	default: true,
});

const anyWorkMode = {
	...workMode,
	property: { ...workMode.property, description: 'Where the user takes calls. Alibaba Cloud sets it with every update: choose the current one to leave it as it is.' },
};

/** Source: ModifyUser, api.aliyun.com/document/CCC/2020-07-01/ModifyUser. */
export const modifyUser = commandAction({
	operation: 'modifyUser',
	name: 'Update',
	action: 'Update user',
	description: 'Change the work mode, role, names or phone of a user',
	fields: { instanceId, userId, workMode: anyWorkMode },
	additionalFields: { ...userDetails, displayName, force, roleId },
});
