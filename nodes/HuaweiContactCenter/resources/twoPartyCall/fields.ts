import { choice, locator, optional, text, wholeNumber } from '../../../common/action/fields';
import { callBackUrl, called, callerPresent, displayedNumber, ownNumber } from '../../aicc/fields';
import { listOf } from '../../aicc/lists';
import { readAgents } from '../../aicc/reads';

const LONGEST_WAIT_SECONDS = 4 * 60 * 60;

export const callSerialNo = text({
	displayName: 'Call Serial Number',
	description: 'The number that Create returned for the call',
	example: '1197235857187927062',
	check: (value) => (/^[\w-]{1,50}$/.test(value) ? undefined : 'enter the number that Create returned, such as 1197235857187927062'),
});

const caller = optional(ownNumber('Caller', 'The number that is rung first, such as the mobile phone of an agent; may stay empty with a softphone number', '13918140000'));

const waitFor = choice({
	displayName: 'Wait For',
	description: 'When the node is done with an item. Concurrency is the number of calls in progress if it waits for their end.',
	default: 'accepted',
	choices: [
		{ name: 'Accepted', value: 'accepted', description: 'As soon as the contact center has accepted the call' },
		{ name: 'Ended', value: 'ended', description: 'When the call has ended; the output then has its result' },
	],
});

const waitTimeoutSeconds = wholeNumber({
	displayName: 'Wait Timeout (Seconds)',
	description: 'How many seconds to wait for the end of the call. After that the outcome is "timeout", and the call continues.',
	default: 900,
	min: 1,
	max: LONGEST_WAIT_SECONDS,
	unit: 'seconds',
});

export const fields = { caller, called, waitFor, waitTimeoutSeconds };

const callData = text({
	displayName: 'Call Data',
	description: 'Text that comes back in the call record and in callbacks, at most 1024 characters, for example an order number',
	example: 'order=4711',
	check: (value) => (value.length <= 1024 ? undefined : `it has ${value.length} characters; shorten it to at most 1024`),
});

const agentWorkNo = locator({
	displayName: 'Agent',
	description: 'The agent who makes the call, by work number; the call record then names the agent',
	example: '291',
	search: listOf('searchAgents', { read: readAgents, value: ({ workNo }) => workNo, label: ({ userName }) => userName }),
});

const softPhone = locator({
	displayName: 'Softphone Number',
	description: "The softphone of an agent, which is rung first. The call is then made through the vendor's interface V3.",
	example: '40038',
	search: listOf('searchSoftphones', { read: readAgents, value: ({ sipAccount }) => sipAccount, label: ({ userName }) => userName }),
});

export const additionalFields = {
	agentPresent: displayedNumber('Number Displayed to Caller', 'the caller'),
	agentWorkNo,
	callBackUrl,
	callData,
	callerPresent,
	softPhone,
};
