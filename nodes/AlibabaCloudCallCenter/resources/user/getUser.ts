import { optional, text } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { userId } from './fields';
import { userForm } from './form';

const extension = text({
	displayName: 'Extension',
	description: 'The internal phone number of the user, to find them by it',
	example: '80031234',
});

/** Source: GetUser, api.aliyun.com/document/CCC/2020-07-01/GetUser. */
export const getUser = objectAction({
	operation: 'getUser',
	name: 'Get',
	action: 'Get user',
	description: 'Look up a user by ID or extension: names, role, work mode and phone',
	fields: { instanceId, userId: optional(userId) },
	additionalFields: { extension },
	check(values) {
		if (values.userId === undefined && values.extension === undefined) {
			throw new InputError("'User' is empty: choose one from the list, or add the field 'Extension'");
		}
	},
	short: userForm,
});
