import { INSTANCE, type Case } from './case';

const CHOSEN = ['Released', 'CDRReady'];

const SUBSCRIPTIONS = expect.stringMatching(
	/^\[\{"Name":"Abandoned","Disabled":true\},.*\{"Name":"CDRReady","Disabled":false\},.*\{"Name":"Released","Disabled":false\},.*\]$/,
);

export const notification: Case[] = [
	{
		operation: 'listNotificationRecords',
		parameters: { instanceId: INSTANCE, notificationKeys: 'job-468a63a2, job-532a63a2', simplify: true },
		sends: { InstanceId: 'ccc-test', NotificationKeys: '["job-468a63a2","job-532a63a2"]' },
		returns: { instanceId: 'ccc-test', notificationType: expect.any(String), content: expect.anything() },
	},
	{
		operation: 'sendNotification',
		parameters: {
			instanceId: INSTANCE,
			notificationType: 'VnRecordingReady',
			notificationTarget: 'CUSTOMER',
			shardingKey: 'job-65735740600893440',
			messageBody: '{ "contactId": "job-65735740600893440" }',
		},
		sends: {
			InstanceId: 'ccc-test',
			NotificationType: 'VnRecordingReady',
			NotificationTarget: 'CUSTOMER',
			ShardingKey: 'job-65735740600893440',
			MessageBody: '{ "contactId": "job-65735740600893440" }',
		},
		returns: { success: true, requestId: expect.any(String) },
	},
	{
		operation: 'updateSubscription',
		parameters: { instanceId: INSTANCE, mqType: 'webhook', accessPoint: 'https://n8n.example.com/webhook/ccc-events', eventSubscriptions: CHOSEN },
		sends: {
			InstanceId: 'ccc-test',
			MqType: 'webhook',
			AccessPoint: 'https://n8n.example.com/webhook/ccc-events',
			DefaultTopic: 'Topic_Webhook',
			ProducerId: 'PID_Webhook',
			EventSubscriptionsJson: SUBSCRIPTIONS,
		},
		returns: { instanceId: 'ccc-test', mqType: 'webhook', accessPoint: 'https://n8n.example.com/webhook/ccc-events', eventList: [expect.any(Object)] },
	},
	{
		operation: 'updateSubscription',
		parameters: {
			instanceId: INSTANCE,
			mqType: 'rocketmq5',
			accessPoint: 'rmq-cn-9lb3c1a2b0d.cn-shanghai.rmq.aliyuncs.com:8080',
			eventSubscriptions: CHOSEN,
			defaultTopic: 'ccc-event',
			producerId: 'GID_ccc',
			mqInstanceId: 'rmq-cn-9lb3c1a2b0d',
			username: 'ccc-producer',
			password: 'secret-1',
		},
		sends: {
			InstanceId: 'ccc-test',
			MqType: 'rocketmq5',
			AccessPoint: 'rmq-cn-9lb3c1a2b0d.cn-shanghai.rmq.aliyuncs.com:8080',
			DefaultTopic: 'ccc-event',
			ProducerId: 'GID_ccc',
			MqInstanceId: 'rmq-cn-9lb3c1a2b0d',
			Username: 'ccc-producer',
			Password: 'secret-1',
			EventSubscriptionsJson: SUBSCRIPTIONS,
		},
		returns: { mqType: 'rocketmq5', mqInstanceId: 'rmq-cn-9lb3c1a2b0d', username: 'ccc-producer' },
	},
];
