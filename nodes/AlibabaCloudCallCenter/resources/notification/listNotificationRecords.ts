import { textList } from '../../../common/action/fields';
import { fromJsonText, normalize } from '../../api/response';
import { instanceId } from '../../fields';
import { listAction } from '../kinds';

const notificationKeys = textList({
	displayName: 'Notification Keys',
	description: 'What the notifications are about, mostly the job IDs of calls. Separate several keys with commas.',
	example: 'job-65735740600893440, job-65735740600893441',
});

/** Source: ListNotificationRecords, api.aliyun.com/document/CCC/2020-07-01/ListNotificationRecords. */
export const listNotificationRecords = listAction({
	operation: 'listNotificationRecords',
	name: 'Get Many',
	action: 'Get many notifications',
	description: 'Read events, such as those of a call, that were not delivered through RocketMQ',
	fields: { instanceId, notificationKeys },
	short: {
		notificationType: 'notificationType',
		notificationKey: 'notificationKey',
		instanceId: 'instanceId',
		// The names in an event can be ones that expressions refuse to read, such as `caller`.
		content: ({ content }) => normalize(fromJsonText(content)),
	},
});
