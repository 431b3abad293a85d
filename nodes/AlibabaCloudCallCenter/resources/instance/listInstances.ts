import { pageAction, time } from '../kinds';
import { instanceShort } from './instanceShort';

/** Source: ListInstances, api.aliyun.com/document/CCC/2020-07-01/ListInstances. */
export const listInstances = pageAction({
	operation: 'listInstances',
	name: 'Get Many',
	action: 'Get many instances',
	description: 'Get the call center instances of the account, with their administrators and phone numbers',
	fields: {},
	short: { ...instanceShort, createdAt: time('createTime') },
});
