import { choice, jsonObject, text, wholeNumber } from '../../../common/action/fields';
import { deviceId, tags, timeoutSeconds, userId } from '../../fields';
import { outboundNumber } from './fields';

const SECONDS_A_DAY = 86_400;

export function transferee(description: string) {
	return text({ displayName: 'Transferee', description, example: 'agent2@ccc-test' });
}

/** The two kinds of transfer name the outside number differently. */
export function transfereeType(...others: Array<{ name: string; value: string }>) {
	return choice({
		displayName: 'Transferee Type',
		description: 'What the transferee is; by default Alibaba Cloud guesses it from the form of the ID or number',
		default: 'AGENT',
		choices: [{ name: 'Agent', value: 'AGENT' }, ...others, { name: 'Skill Group', value: 'SKILL_GROUP' }],
	});
}

const callPriority = wholeNumber({
	displayName: 'Call Priority',
	description: 'The place in the queue of the skill group, from 0 (first) to 9 (last)',
	default: 5,
	min: 0,
	max: 9,
});

const queuingOverflowThreshold = wholeNumber({
	displayName: 'Queue Overflow Threshold',
	description: 'How many waiting calls fill the queue of the skill group; 0 for no limit',
	default: 0,
	min: 0,
	max: 10_000,
});

const queuingTimeoutSeconds = wholeNumber({
	displayName: 'Queue Timeout (Seconds)',
	description: 'How many seconds the call waits in the queue of the skill group',
	default: 60,
	min: 1,
	max: SECONDS_A_DAY,
	unit: 'seconds',
});

const routingType = choice({
	displayName: 'Routing Type',
	description: 'How the skill group finds an agent for the call',
	default: 'Automatic',
	choices: [
		{ name: 'Automatic', value: 'Automatic', description: 'The call center picks the agent' },
		{ name: 'Manual', value: 'Manual', description: 'The call waits until it is claimed for an agent, with the operation Claim' },
	],
});

const strategyName = text({
	displayName: 'Strategy Name',
	description: 'How the skill group picks the agent, such as MOST_IDLE, MOST_SKILLED, MOST_ACQUAINTED or CUSTOMIZED',
	example: 'MOST_IDLE',
});

const strategyParams = jsonObject({
	displayName: 'Strategy Parameters',
	description: 'The function that picks the agent if the strategy is CUSTOMIZED, as a JSON object',
	example: '{ "functionId": "512fed64-e379-400f-a1a5-14d573000000", "functionName": "routing-strategy-2" }',
});

/** What both kinds of transfer offer. */
export const transferFields = {
	callPriority,
	deviceId,
	queuingOverflowThreshold,
	queuingTimeoutSeconds,
	routingType,
	strategyName,
	strategyParams,
	tags,
	timeoutSeconds,
	transferor: outboundNumber('Transferor', 'The number that an outside transferee sees; has no effect on transfers to agents and skill groups'),
	userId,
};
