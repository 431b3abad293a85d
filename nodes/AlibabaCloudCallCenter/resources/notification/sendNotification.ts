import { jsonObject, text } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { commandAction } from '../kinds';

const notificationType = text({
	displayName: 'Notification Type',
	description: 'The kind of event, by which the receiver knows what to do with it',
	example: 'VnRecordingReady',
});

const notificationTarget = text({ displayName: 'Notification Target', description: 'Who receives the notification', example: 'CUSTOMER' });

const messageBody = jsonObject({
	displayName: 'Message Body',
	description: 'What the receiver gets, as a JSON object',
	example: '{ "contactId": "job-65735740600893440" }',
});

const shardingKey = text({
	displayName: 'Sharding Key',
	description: 'What the notification is about, such as the job ID of a call; notifications with the same key belong together',
	example: 'job-65735740600893440',
});

/** Source: SendNotification, api.aliyun.com/document/CCC/2020-07-01/SendNotification. */
export const sendNotification = commandAction({
	operation: 'sendNotification',
	name: 'Send',
	action: 'Send notification',
	description: 'Push a message of your own to those who receive the events of the instance',
	fields: { instanceId, notificationType, notificationTarget, shardingKey, messageBody },
});
