import { locator, optional, text } from '../../../common/action/fields';
import { waiting } from '../../../common/action/waiting';
import { callBackUrl, called, callerPresent, displayedNumber, ownNumber } from '../../aicc/fields';
import { listOf } from '../../aicc/lists';
import { readAgents } from '../../aicc/reads';

export const callSerialNo = text({
	displayName: 'Call Serial Number',
	description: 'The number that Create returned for the call',
	example: '1197235857187927062',
	check: (value) => (/^[\w-]{1,50}$/.test(value) ? undefined : 'enter the number that Create returned, such as 1197235857187927062'),
});

const caller = optional(ownNumber('Caller', 'The number that is rung first, such as the mobile phone of an agent; may stay empty with a softphone number', '13918140000'));

export const fields = { caller, called, ...waiting };

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
