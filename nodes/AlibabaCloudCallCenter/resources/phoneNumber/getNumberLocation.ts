import { instanceId, phoneNumber } from '../../fields';
import { objectAction } from '../kinds';

/** Source: GetNumberLocation, api.aliyun.com/document/CCC/2020-07-01/GetNumberLocation. */
export const getNumberLocation = objectAction({
	operation: 'getNumberLocation',
	name: 'Get Location',
	action: 'Get location of phone number',
	description: 'Find out which province and city any phone number belongs to',
	fields: { instanceId, number: phoneNumber('Phone Number', 'The number to look up, for example that of a customer', '13720000000') },
});
