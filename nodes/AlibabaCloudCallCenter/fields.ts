import { choice, jsonObject, optionalLocator, optionalText, requiredLocator, requiredText, wholeNumber, type Field } from '../common/fields';
import { cleanChannelId } from './response';

const TAGS_MAX_BYTES = 128;
const MAX_DTMF_KEYS = 32;

export const instanceId = requiredLocator({
	displayName: 'Instance',
	description: 'The call center instance to work with',
	example: 'ccc-test',
	searchMethod: 'searchInstances',
});

export const broker = requiredLocator({
	displayName: 'Broker',
	description: 'The number in the middle: an outbound number of the instance, which both parties see as the one that calls them',
	example: '01021570000',
	searchMethod: 'searchBrokers',
});

export const contactFlowId = optionalLocator({
	displayName: 'Contact Flow',
	description: 'The survey flow (IVR) that the customer hears. Alibaba Cloud does not check it: with a wrong ID the customer hears nothing.',
	example: '4685b65a-eb8f-11ec-8ea0-0242ac120002',
	searchMethod: 'searchContactFlows',
	hint: 'Leave empty for the survey flow that is set for the instance',
});

/** A phone number that must be filled in; what counts as one is the vendor's business. */
export function phoneNumber(displayName: string, description: string, example: string): Field<string> {
	return requiredText({ displayName, description, example });
}

export const jobId = requiredText({
	displayName: 'Job ID',
	description: 'The ID of the call, from the output of the node that started it',
	example: 'job-65735740600893440',
	toFill: 'use the job ID that the start of the call returned, for example {{ $json.jobId }}',
});

const channelText = requiredText({
	displayName: 'Channel ID',
	description: 'The leg of the call that hears the keys, from the channels in the output of the node that started the call',
	example: 'ch:customer:01089898989->13188888888:1609234221870:job-65735740600893440',
	toFill: 'use a channel of the call, for example {{ $json.channels[0].channelId }}',
});

export const channelId: Field<string> = { ...channelText, read: (raw) => cleanChannelId(channelText.read(raw)) };

export const dtmf = requiredText({
	displayName: 'DTMF Keys',
	description: 'The keys to press: 0 to 9, * and #. Pressed one after another if there are several.',
	example: '1',
	toFill: 'enter the keys to press, for example 5 or 12#',
	check(keys) {
		if (!/^[0-9*#]+$/.test(keys)) return 'use only the keys 0 to 9, * and #';
		return keys.length > MAX_DTMF_KEYS ? `press at most ${MAX_DTMF_KEYS} keys at once` : undefined;
	},
});

export const timeoutSeconds = wholeNumber({
	displayName: 'Ring Timeout (Seconds)',
	description: 'After how many seconds without an answer the call is given up',
	default: 30,
	min: 1,
	max: 300,
	unit: 'seconds',
});

export const additionalBroker = optionalText({
	displayName: 'Additional Broker',
	description: 'An outbound number of the instance that the callee sees instead of the broker',
	example: '01021560000',
});

export const tags = optionalText({
	displayName: 'Tags',
	description: 'Your own data, at most 128 bytes; it comes back in the events of the call',
	example: 'campaign-42',
	check(value) {
		const bytes = Buffer.byteLength(value, 'utf8');
		const right = `shorten it to at most ${TAGS_MAX_BYTES} bytes (a Chinese character takes 3)`;
		return bytes > TAGS_MAX_BYTES ? `it has ${bytes} bytes, ${right}` : undefined;
	},
});

export const userId = optionalText({
	displayName: 'User ID',
	description: 'The agent on whose behalf this happens; by default the agent who belongs to the access key',
	example: 'agent@ccc-test',
});

export const deviceId = optionalText({
	displayName: 'Device ID',
	description: "The agent's workbench; older versions of the API require it, newer ones ignore it",
	example: 'ACC-YUNBS-1.0.10-bs3b5f22c6d78f000176aebe9471',
});

export const contactFlowVariables = jsonObject({
	displayName: 'Contact Flow Variables',
	description: 'Variables that the survey flow can read, as a JSON object',
	example: '{ "orderId": "42" }',
});

export const surveyChannel = choice({
	displayName: 'Survey Channel',
	description: 'How the customer is asked',
	default: 'IVR',
	choices: [
		{ name: 'SMS', value: 'SMS', description: 'The call ends and the customer gets a text message' },
		{ name: 'Voice (IVR)', value: 'IVR', description: 'The customer stays in the call and hears the survey flow' },
	],
});

export const smsMetadataId = optionalText({
	displayName: 'SMS Metadata ID',
	description: 'The text message template of the survey; only needed for the SMS channel',
	example: '4685b65a-eb8f-11ec-8ea0-0242ac120002',
});

export const surveyTemplateId = optionalText({
	displayName: 'Survey Template ID',
	description: 'The survey template to use',
	example: '4685b65a-eb8f-11ec-8ea0-0242ac120002',
});

export const surveyTemplateVariables = jsonObject({
	displayName: 'Survey Template Variables',
	description: 'Variables of the survey template, as a JSON object',
	example: '{ "agentName": "Li" }',
});
