import { additionalBroker, broker, instanceId, phoneNumber, tags, timeoutSeconds } from '../../fields';
import { startAction } from './startAction';

/** Source: StartBack2BackCall, help.aliyun.com/document_detail/281707.html. */
export const startBack2BackCall = startAction({
	operation: 'startBack2BackCall',
	name: 'Start Back-to-Back Call',
	action: 'Start back-to-back call',
	description: 'Ring the caller first, then the callee, and connect the two; both see the number of the broker',
	fields: {
		instanceId,
		caller: phoneNumber('Caller', 'The number that is rung first, for example that of the salesperson', '13918140000'),
		callee: phoneNumber('Callee', 'The number that is rung when the caller has answered, for example that of the customer', '13720000000'),
		broker,
	},
	additionalFields: { additionalBroker, tags, timeoutSeconds },
});
