import { readFacts, type ActionFacts } from '../../catalogue/facts';
import { findInstance } from './account';
import { refuseBlank } from './admission';
import { agentActions } from './agentActions';
import { conferenceActions } from './calls/conferences';
import { controlActions } from './calls/controls';
import { startActions } from './calls/starts';
import { supervisionActions } from './calls/supervision';
import { transferActions } from './calls/transfers';
import { campaignActions } from './campaigns/actions';
import type { CallCenter, Behavior } from './center';
import type { Params } from './parameters';
import { doNotCallActions } from './doNotCallActions';
import { ivrActions } from './ivrActions';
import { listContactFlows, listInstances, listOutboundNumbersOfUser, listPhoneNumbers, listUsers } from './lists';
import { recordActions } from './records';
import { inShape, shapeOnly } from './shape';

/** What has a life of its own; all other actions answer in the documented shape and remember nothing. */
const BEHAVIOR: ReadonlyMap<string, Behavior> = new Map<string, Behavior>([
	['ListInstances', ({ account }, params) => listInstances(account, params)],
	['ListOutboundNumbersOfUser', ({ account }, params) => listOutboundNumbersOfUser(account, params)],
	['ListPhoneNumbers', ({ account }, params) => listPhoneNumbers(account, params)],
	['ListContactFlows', ({ account }, params) => listContactFlows(account, params)],
	['GetMonoRecording', (center, params) => center.recordings.get(center, params)],
	['ListMonoRecordings', (center, params) => center.recordings.list(center, params)],
	['RestoreArchivedRecordings', (center, params) => center.recordings.restore(center, params)],
	['ListUsers', ({ account }, params) => listUsers(account, params)],
	...startActions,
	...controlActions,
	...transferActions,
	...conferenceActions,
	...supervisionActions,
	...agentActions,
	...campaignActions,
	...doNotCallActions,
	...recordActions,
	...ivrActions,
]);

/** Every action of the API, by its name. */
export const ACTIONS: ReadonlyMap<string, ActionFacts> = new Map(readFacts().map((facts) => [facts.name, facts]));

/** Whether an action does something; otherwise its answer only has the right shape. */
export function behaves(action: string): boolean {
	return BEHAVIOR.has(action);
}

/** Does what the request asks for and returns the answer without its envelope: mostly `Data` alone. */
export function perform(center: CallCenter, facts: ActionFacts, params: Params): Record<string, unknown> {
	refuseBlank(facts, params);
	const behavior = BEHAVIOR.get(facts.name);
	if (behavior) return answerOf(facts, behavior(center, params));
	if (params.InstanceId !== undefined) findInstance(center.account, params.InstanceId);
	return shapeOnly(facts, params);
}

/** The samples on the pages of these actions have fields that the description lacks. */
const FULL_ANSWERS = new Set(['StartBack2BackCall', 'SendDtmfSignaling', 'LaunchSurvey']);

function answerOf({ name, response }: ActionFacts, data: unknown): Record<string, unknown> {
	const shape = response?.Data;
	if (shape === undefined) return {};
	return { Data: FULL_ANSWERS.has(name) ? data : inShape(shape, data) };
}
