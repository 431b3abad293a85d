import { text } from '../../../common/action/fields';
import { instanceId, phoneNumber } from '../../fields';
import { valueAction } from '../kinds';

const appId = text({
	displayName: 'App ID',
	description: 'The ID of the application that keeps numbers private',
	example: 'ALIPUBB7A727C170949',
});

/** Source: StartPrivacyCall, api.aliyun.com/document/CCC/2020-07-01/StartPrivacyCall. */
export const startPrivacyCall = valueAction({
	operation: 'startPrivacyCall',
	name: 'Start Privacy Call',
	action: 'Start privacy call',
	description: 'Connect caller and callee through an application that keeps their numbers private; returns the job ID of the call',
	dials: 'callee',
	fields: {
		instanceId,
		appId,
		caller: phoneNumber('Caller', 'The number that calls', '01021570000'),
		callee: phoneNumber('Callee', 'The number that is rung, for example that of the customer', '13720000000'),
	},
	result: 'jobId',
	findBy: { callId: 'jobId' },
});
