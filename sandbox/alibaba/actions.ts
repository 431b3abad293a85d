import { readFacts, type ActionFacts } from '../../catalogue/facts';
import type { Clock } from '../clock';
import { refuseBlank } from './admission';
import { canCallOut, findInstance, findUser, type Account, type Instance } from './account';
import { callContext, userContext } from './contexts';
import { blankParameter, invalidParameter, tooLarge, unknownNumber } from './errors';
import type { Exchange } from './exchange';
import {
	listContactFlows,
	listInstances,
	listOutboundNumbersOfUser,
	listPhoneNumbers,
	listUsers,
	positiveInteger,
} from './lists';
import type { Recordings } from './recordings';
import { listCallDetailRecordsV2 } from './records';
import { shapeOnly } from './shape';

/** What the actions work with. */
export interface CallCenter {
	account: Account;
	exchange: Exchange;
	clock: Clock;
	recordings: Recordings;
}

type Params = Record<string, string>;

/** Does what an action does and returns the answer's `Data`; throws a `CccError` or a `GatewayError`. */
type Behavior = (center: CallCenter, params: Params) => unknown;

const LONGEST_TAGS = 128;
const DEFAULT_TIMEOUT_SECONDS = 30;

/** What has a life of its own; all other actions answer in the documented shape and remember nothing. */
const BEHAVIOR: ReadonlyMap<string, Behavior> = new Map<string, Behavior>([
	['ListInstances', ({ account }, params) => listInstances(account, params)],
	['ListOutboundNumbersOfUser', ({ account }, params) => listOutboundNumbersOfUser(account, params)],
	['ListPhoneNumbers', ({ account }, params) => listPhoneNumbers(account, params)],
	['ListContactFlows', ({ account }, params) => listContactFlows(account, params)],
	['ListCallDetailRecordsV2', listCallDetailRecordsV2],
	['GetMonoRecording', (center, params) => center.recordings.get(center, params)],
	['ListMonoRecordings', (center, params) => center.recordings.list(center, params)],
	['RestoreArchivedRecordings', (center, params) => center.recordings.restore(center, params)],
	['ListUsers', ({ account }, params) => listUsers(account, params)],
	['StartBack2BackCall', startBack2BackCall],
	['SendDtmfSignaling', sendDtmfSignaling],
	['LaunchSurvey', launchSurvey],
	['AppendCases', appendCases],
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
	if (behavior) return { Data: behavior(center, params) };
	if (params.InstanceId !== undefined) findInstance(center.account, params.InstanceId);
	return shapeOnly(facts, params);
}

function startBack2BackCall({ account, exchange, clock }: CallCenter, params: Params) {
	const instance = findInstance(account, params.InstanceId ?? '');
	const { Caller = '', Callee = '', Broker = '', AdditionalBroker = '', TimeoutSeconds, Tags = '' } = params;
	checkBroker(instance, Broker);
	if (AdditionalBroker !== '') checkBroker(instance, AdditionalBroker);
	if (Buffer.byteLength(Tags) > LONGEST_TAGS) throw tooLarge('Tags', `${LONGEST_TAGS} bytes`);
	const call = exchange.place({
		instanceId: instance.id,
		caller: Caller,
		callee: Callee,
		broker: Broker,
		additionalBroker: AdditionalBroker,
		timeoutSeconds:
			TimeoutSeconds === undefined
				? DEFAULT_TIMEOUT_SECONDS
				: positiveInteger('TimeoutSeconds', TimeoutSeconds),
		tags: Tags,
	});
	const user = findUser(instance, undefined);
	return {
		CallContext: callContext(call, [call.user, call.customer], user),
		UserContext: userContext(instance, user, call, clock.now()),
	};
}

function sendDtmfSignaling({ account, exchange, clock }: CallCenter, params: Params) {
	const instance = findInstance(account, params.InstanceId ?? '');
	const user = findUser(instance, params.UserId);
	const call = exchange.find(instance.id, params.JobId ?? '');
	const { ChannelId = '', Dtmf = '' } = params;
	if (!/^[0-9*#]+$/.test(Dtmf)) throw invalidParameter('Dtmf');
	const channel = exchange.press(call, ChannelId, Dtmf);
	return {
		CallContext: callContext(call, [channel], user),
		UserContext: userContext(instance, user, call, clock.now()),
	};
}

function launchSurvey({ account, exchange, clock }: CallCenter, params: Params) {
	const instance = findInstance(account, params.InstanceId ?? '');
	const user = findUser(instance, params.UserId);
	const call = exchange.find(instance.id, params.JobId ?? '');
	const { SurveyChannel = 'IVR', SmsMetadataId = '' } = params;
	if (SurveyChannel === 'SMS' && SmsMetadataId === '') throw blankParameter('SmsMetadataId');
	const contextId = clock.now();
	exchange.launchSurvey(call, {
		channel: SurveyChannel,
		contactFlowId: params.ContactFlowId ?? '',
		contactFlowVariables: params.ContactFlowVariables ?? '',
		smsMetadataId: SmsMetadataId,
		surveyTemplateId: params.SurveyTemplateId ?? '',
	});
	return {
		CallContext: callContext(call, [call.user], user),
		ContextId: contextId,
		UserContext: userContext(instance, user, call, clock.now()),
	};
}

function checkBroker(instance: Instance, wanted: string): void {
	const isUsable = instance.numbers.some((number) => number.number === wanted && canCallOut(number));
	if (!isUsable) throw unknownNumber(wanted, instance.id);
}

/** Returns the cases that it rejects, without saying why. */
function appendCases({ account }: CallCenter, params: Params): unknown {
	findInstance(account, params.InstanceId ?? '');
	const cases = JSON.parse(params.body ?? '[]') as Array<{ PhoneNumber?: string }>;
	return cases.filter(({ PhoneNumber = '' }) => !/^\d{3,20}$/.test(PhoneNumber));
}
