import { text, yesNo } from '../../../common/action/fields';
import { instanceId, workMode } from '../../fields';
import { objectAction } from '../kinds';
import { displayName, roleId, skillLevels, userDetails } from './fields';

const loginName = text({
	displayName: 'Login Name',
	description: 'The name of the RAM user that is created, with which the user signs in to Alibaba Cloud',
	example: 'li.wei',
	check: (name) => (/^[\w.-]{4,64}$/.test(name) ? undefined : 'use 4 to 64 letters, digits, periods, underscores and hyphens'),
});

const email = text({
	displayName: 'Email',
	description: 'Where Alibaba Cloud sends the login address, the login name and the first password',
	example: 'li.wei@example.com',
});

const needEmailNotification = yesNo({
	displayName: 'Send Email',
	description: 'Whether Alibaba Cloud sends the email with the login details',
	default: true,
});

const resetPassword = yesNo({
	displayName: 'Reset Password',
	description: 'Whether the user has to choose a new password when they first log in',
	default: true,
});

/** Source: CreateUser, api.aliyun.com/document/CCC/2020-07-01/CreateUser. */
export const createUser = objectAction({
	operation: 'createUser',
	name: 'Create',
	action: 'Create user',
	description: 'Create a RAM user in your Alibaba Cloud account and make them a user of the instance, for example a new agent',
	fields: { instanceId, loginName, displayName, email, roleId },
	additionalFields: { ...userDetails, needEmailNotification, resetPassword, skillLevels, workMode },
});
