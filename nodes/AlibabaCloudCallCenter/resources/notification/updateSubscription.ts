import { choice, optional, secretText, someOf, text } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { EVENTS, subscriptionsTo } from './events';

const mqType = choice({
	displayName: 'Delivery',
	description: 'How the events reach you',
	default: 'webhook',
	choices: [
		{ name: 'RocketMQ 4', value: 'rocketmq4' },
		{ name: 'RocketMQ 5', value: 'rocketmq5' },
		{ name: 'Webhook', value: 'webhook' },
	],
});

const accessPoint = text({
	displayName: 'Endpoint',
	description:
		'The URL of your webhook, or the endpoint of your RocketMQ instance. Use a URL that nobody can guess: it is not documented how to verify a request.',
	example: 'https://n8n.example.com/webhook/ccc-events-5f1c',
});

const eventSubscriptions = someOf({
	displayName: 'Events',
	description: 'The events to report; all others are turned off',
	choices: Object.entries(EVENTS).map(([value, name]) => ({ name, value })),
});

const defaultTopic = text({ displayName: 'Topic', description: 'The topic of RocketMQ that the events go to', example: 'ccc-event' });

const producerId = text({ displayName: 'Group ID', description: 'The group of RocketMQ that sends the events', example: 'GID_ccc' });

const mqInstanceId = text({ displayName: 'RocketMQ Instance ID', description: 'The RocketMQ instance with the topic', example: 'rmq-cn-9lb3c1a2b0d' });

const username = text({ displayName: 'Username', description: 'The user name of the RocketMQ instance', example: 'ccc-producer' });

const password = secretText({
	displayName: 'Password',
	description: 'The password of the RocketMQ instance. Anybody who may read this workflow can read it as well.',
});

/** The vendor wants these for a webhook, word for word. */
const WEBHOOK = { defaultTopic: 'Topic_Webhook', producerId: 'PID_Webhook' };
const ROCKETMQ = { mqType: ['rocketmq4', 'rocketmq5'] };
const ROCKETMQ_5 = { mqType: ['rocketmq5'] };

/** Source: UpdateSubscription, api.aliyun.com/document/CCC/2020-07-01/UpdateSubscription. */
export const updateSubscription = objectAction({
	operation: 'updateSubscription',
	name: 'Update Subscription',
	action: 'Update subscription to notifications',
	description: 'Choose which events are reported, and where to. An instance has one subscription: whoever received the events before receives nothing anymore.',
	fields: {
		instanceId,
		mqType,
		accessPoint,
		eventSubscriptions,
		defaultTopic,
		producerId,
		mqInstanceId,
		username: optional(username),
		password: optional(password),
	},
	showOnlyFor: { defaultTopic: ROCKETMQ, producerId: ROCKETMQ, mqInstanceId: ROCKETMQ, username: ROCKETMQ_5, password: ROCKETMQ_5 },
	sends: ({ eventSubscriptions: chosen, ...values }) => ({
		...values,
		...(values.mqType === 'webhook' ? WEBHOOK : {}),
		eventSubscriptions: subscriptionsTo(chosen),
	}),
});
