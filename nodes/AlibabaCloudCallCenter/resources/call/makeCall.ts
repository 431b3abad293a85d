import { choice, jsonObject, optional, wholeNumber } from '../../../common/action/fields';
import { deviceId, instanceId, phoneNumber, tags, userId } from '../../fields';
import { maskedCallee, outboundNumber } from './fields';
import { startAction } from './startAction';

const flashSmsVariables = jsonObject({
	displayName: 'Flash SMS Variables',
	description: 'The text message that the callee sees on the screen of their phone, as a JSON object',
	example: '{ "applicationId": "6bd18325-ea7f-4881-8902-4d06283d3b3b", "templateId": "1722217249064" }',
});

const mediaType = choice({
	displayName: 'Media Type',
	description: 'What kind of call it is',
	default: 'AUDIO',
	choices: [
		{ name: 'Audio', value: 'AUDIO' },
		{ name: 'Video', value: 'VIDEO' },
	],
});

const timeoutSeconds = wholeNumber({
	displayName: 'Ring Timeout (Seconds)',
	description: 'After how many seconds without an answer the ringing stops',
	default: 30,
	min: 30,
	max: 300,
	unit: 'seconds',
});

/** Source: MakeCall, api.aliyun.com/document/CCC/2020-07-01/MakeCall. */
export const makeCall = startAction({
	operation: 'makeCall',
	name: 'Make Call',
	action: 'Make call as agent',
	description: 'Ring a customer or another agent on behalf of an agent, who then talks to them',
	fields: {
		instanceId,
		callee: phoneNumber('Callee', 'The phone number of a customer, or the extension of another agent', '13720000000'),
		caller: optional(outboundNumber('Caller', 'The number that the customer sees. It must be one that the agent may use; calls to other agents ignore it.')),
	},
	additionalFields: {
		deviceId,
		flashSmsVariables,
		maskedCallee,
		mediaType,
		tags,
		timeoutSeconds,
		userId,
	},
});
