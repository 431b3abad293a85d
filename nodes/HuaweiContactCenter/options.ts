import type { IExecuteFunctions } from 'n8n-workflow';
import { wholeNumber, yesNo, type Field } from '../common/action/fields';
import { readOptions, requestsPerSecond, timeoutSeconds } from '../common/action/options';
import type { AgentRun } from './client';

const MINUTE = 60_000;

/** What concerns an agent is not offered for operations without one. */
function withAgent<T>(field: Field<T>): Field<T> {
	return { ...field, property: { ...field.property, displayOptions: { show: { '/resource': ['agent', 'api', 'call'] } } } };
}

export const options = {
	requestsPerSecond,
	timeoutSeconds: timeoutSeconds(30),
	keepSignedIn: withAgent(
		yesNo({
			displayName: 'Keep Agent Signed In',
			description:
				'Whether the agent stays signed in after the node has ended, for calls that follow soon, for example in a loop. Otherwise the agent is signed out at once, or after the current call.',
			default: false,
		}),
	),
	keepSignedInMinutes: withAgent(
		wholeNumber({
			displayName: 'Keep Signed In (Minutes)',
			description: 'The minutes without use after which an agent who is kept signed in is signed out',
			default: 5,
			min: 1,
			max: 480,
			unit: 'minutes',
		}),
	),
	waitForAgentSeconds: withAgent(
		wholeNumber({
			displayName: 'Wait for Agent (Seconds)',
			description: 'How many seconds to wait while another execution is using the agent or the agent is still in a call',
			default: 60,
			min: 0,
			max: 3600,
			unit: 'seconds',
		}),
	),
};

type Waits = Pick<AgentRun, 'timeoutMs' | 'waitMs' | 'keepMs' | 'stayMs'>;

/** The options of a node's run; times in milliseconds. Throws an InputError that names the option. */
export function agentOptions(context: IExecuteFunctions): Waits & { requestsPerSecond: number } {
	const read = readOptions(options, context);
	const stayMs = read.keepSignedInMinutes * MINUTE;
	return {
		requestsPerSecond: read.requestsPerSecond,
		timeoutMs: read.timeoutSeconds * 1000,
		waitMs: read.waitForAgentSeconds * 1000,
		keepMs: read.keepSignedIn ? stayMs : 0,
		stayMs,
	};
}
