import { instanceId, searchPattern, skillGroupId } from '../../fields';
import { pageAction } from '../kinds';
import { userForm } from './form';

/** Source: ListUsers, api.aliyun.com/document/CCC/2020-07-01/ListUsers. */
export const listUsers = pageAction({
	operation: 'listUsers',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Get the agents, managers and administrators of an instance, with their skill groups',
	fields: { instanceId },
	filters: { searchPattern, skillGroupId },
	short: userForm,
});
