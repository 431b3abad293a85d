import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';
import { InputError } from '../../common/vendor/errors';
import { listOf } from '../../common/trigger/listOf';

/** The node's parameters. */
export interface Settings {
	/** Groups of events. */
	events: string[];
	/** The vendor's names; if there are any, they count instead of the groups. */
	eventTypes: string[];
	/** `ready`, `busy` or `unchanged`. */
	agentState: string;
	/** How long an agent whom somebody else has taken over is left alone. */
	comeBackMs: number;
}

const MINUTE = 60_000;
const LONGEST_MINUTES = 24 * 60;

export const COME_BACK_MINUTES = 5;

/** Throws an InputError that names the option. */
export function readSettings(context: Pick<ITriggerFunctions, 'getNodeParameter'>): Settings {
	const { comeBackMinutes = COME_BACK_MINUTES } = context.getNodeParameter('options', {}) as IDataObject;
	const minutes = Number(comeBackMinutes);
	if (!(minutes >= 1 && minutes <= LONGEST_MINUTES)) {
		throw new InputError(`'Come Back After (Minutes)' is ${String(comeBackMinutes)}: enter 1 to ${LONGEST_MINUTES}`);
	}
	return {
		events: listOf(context.getNodeParameter('events')),
		eventTypes: listOf(context.getNodeParameter('eventTypes', '')),
		agentState: context.getNodeParameter('agentState', 'ready') as string,
		comeBackMs: minutes * MINUTE,
	};
}
