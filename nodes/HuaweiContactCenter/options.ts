import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { requestsPerSecondOption, timeoutOption } from '../common/options';
import type { AgentRun } from './client';

const DEFAULT_TIMEOUT_SECONDS = 30;
const DEFAULT_WAIT_SECONDS = 60;
const DEFAULT_KEEP_MINUTES = 5;

const MINUTE = 60_000;

export const options: INodeProperties[] = [
	requestsPerSecondOption,
	timeoutOption(DEFAULT_TIMEOUT_SECONDS),
	{
		displayName: 'Keep Agent Signed In',
		name: 'keepSignedIn',
		type: 'boolean',
		default: false,
		description:
			'Whether the agent stays signed in after the node has ended, for calls that follow soon. Otherwise the agent is signed out at once, or when the call that goes on has ended.',
	},
	{
		displayName: 'Keep Signed In (Minutes)',
		name: 'keepSignedInMinutes',
		type: 'number',
		default: DEFAULT_KEEP_MINUTES,
		typeOptions: { minValue: 1, maxValue: 480 },
		description: 'After how many minutes without use an agent who is kept signed in is signed out',
	},
	{
		displayName: 'Wait for Agent (Seconds)',
		name: 'waitForAgentSeconds',
		type: 'number',
		default: DEFAULT_WAIT_SECONDS,
		typeOptions: { minValue: 0, maxValue: 3600 },
		description: 'How many seconds to wait when another execution uses the agent, or the agent is still in a call',
	},
];

function numberOf(value: unknown, standard: number): number {
	const number = Number(value ?? standard);
	return Number.isFinite(number) && number >= 0 ? number : standard;
}

/** The options of a node run, in milliseconds. */
export function readOptions(given: IDataObject): Pick<AgentRun, 'timeoutMs' | 'waitMs' | 'keepMs' | 'stayMs'> {
	const stayMs = numberOf(given.keepSignedInMinutes, DEFAULT_KEEP_MINUTES) * MINUTE;
	return {
		timeoutMs: numberOf(given.timeoutSeconds, DEFAULT_TIMEOUT_SECONDS) * 1000,
		waitMs: numberOf(given.waitForAgentSeconds, DEFAULT_WAIT_SECONDS) * 1000,
		keepMs: given.keepSignedIn === true ? stayMs : 0,
		stayMs,
	};
}
