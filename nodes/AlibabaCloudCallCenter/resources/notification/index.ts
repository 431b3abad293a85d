import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { listNotificationRecords } from './listNotificationRecords';
import { sendNotification } from './sendNotification';
import { updateSubscription } from './updateSubscription';

export const notification: Resource<CccClient> = {
	name: 'Notification',
	value: 'notification',
	defaultOperation: 'listNotificationRecords',
	connect,
	actions: [listNotificationRecords, sendNotification, updateSubscription],
};
