import { dateTime } from '../../../common/action/dateTime';
import { instanceId } from '../../fields';
import { valueAction } from '../kinds';

const time = dateTime({ displayName: 'Time', description: 'The time to check; by default now' });

/** Source: CheckBusinessHours, api.aliyun.com/document/CCC/2020-07-01/CheckBusinessHours. */
export const checkBusinessHours = valueAction({
	operation: 'checkBusinessHours',
	name: 'Check Business Hours',
	action: 'Check business hours of instance',
	description: 'Find out whether the instance is open now or at another time, for example before a call',
	fields: { instanceId },
	additionalFields: { time },
	result: 'withinBusinessHours',
});
