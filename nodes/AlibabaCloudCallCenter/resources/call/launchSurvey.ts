import { optional } from '../../../common/action/fields';
import { beforehand, isOneOf } from '../../../common/action/hints';
import { InputError } from '../../../common/vendor/errors';
import {
	contactFlowId,
	contactFlowVariables,
	deviceId,
	instanceId,
	jobId,
	smsMetadataId,
	surveyChannel,
	surveyTemplateId,
	surveyTemplateVariables,
	userId,
} from '../../fields';
import { callAction } from './callAction';

/** Source: LaunchSurvey, api.aliyun.com/document/CCC/2020-07-01/LaunchSurvey. */
export const launchSurvey = callAction({
	operation: 'launchSurvey',
	name: 'Launch Survey',
	action: 'Launch satisfaction survey in call',
	description: 'Ask the customer how satisfied they were; the agent leaves the call',
	fields: { instanceId, jobId, contactFlowId: optional(contactFlowId) },
	additionalFields: {
		contactFlowVariables,
		deviceId,
		smsMetadataId,
		surveyChannel,
		surveyTemplateId,
		surveyTemplateVariables,
		userId,
	},
	check({ surveyChannel: channel, smsMetadataId: metadata }) {
		if (channel === 'SMS' && metadata === undefined) {
			throw new InputError("'SMS Metadata ID' is empty: a survey by SMS needs the ID of the text message template");
		}
	},
});

export const surveyHint = beforehand(
	'The survey ends the conversation: the agent hangs up, and the customer hears the survey flow or gets a text message. Run this when everything has been said.',
	isOneOf([{ resource: 'call', operation: 'launchSurvey' }]),
);
