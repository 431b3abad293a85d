import type { Clock } from '../clock';
import { canCallOut, findInstance, findUser, type Account, type Instance } from './account';
import { callContext, userContext } from './contexts';
import { blankParameter, invalidParameter, tooLarge, unknownNumber } from './errors';
import type { Exchange } from './exchange';
import type { ActionMetadata } from './gateway';
import {
	listContactFlows,
	listInstances,
	listOutboundNumbersOfUser,
	listPhoneNumbers,
	listUsers,
	positiveInteger,
} from './lists';
import { listCallDetailRecordsV2 } from './records';

/** What the actions work with. */
export interface CallCenter {
	account: Account;
	exchange: Exchange;
	clock: Clock;
}

type Params = Record<string, string>;

/** `run` returns the answer's `Data`; it throws a `CccError` or a `GatewayError`. */
interface Action extends ActionMetadata {
	run(center: CallCenter, params: Params): unknown;
}

const PAGE = ['PageNumber', 'PageSize'];
const LONGEST_TAGS = 128;
const DEFAULT_TIMEOUT_SECONDS = 30;

/** Required parameters as the current SDK has them; the older pages also required DeviceId and UserId. */
export const ACTIONS: Record<string, Action> = {
	ListInstances: {
		method: 'POST',
		required: PAGE,
		run: ({ account }, params) => listInstances(account, params),
	},
	ListOutboundNumbersOfUser: {
		method: 'POST',
		required: ['InstanceId', ...PAGE],
		run: ({ account }, params) => listOutboundNumbersOfUser(account, params),
	},
	ListPhoneNumbers: {
		method: 'POST',
		required: ['InstanceId', ...PAGE],
		run: ({ account }, params) => listPhoneNumbers(account, params),
	},
	ListContactFlows: {
		method: 'POST',
		required: ['InstanceId', ...PAGE],
		run: ({ account }, params) => listContactFlows(account, params),
	},
	ListCallDetailRecordsV2: {
		method: 'POST',
		required: ['InstanceId', ...PAGE],
		run: (center, params) => listCallDetailRecordsV2(center, params),
	},
	ListUsers: {
		method: 'POST',
		required: ['InstanceId', ...PAGE],
		run: ({ account }, params) => listUsers(account, params),
	},
	StartBack2BackCall: {
		method: 'POST',
		required: ['InstanceId', 'Caller', 'Callee', 'Broker'],
		run: startBack2BackCall,
	},
	SendDtmfSignaling: {
		method: 'POST',
		required: ['InstanceId', 'JobId', 'ChannelId', 'Dtmf'],
		run: sendDtmfSignaling,
	},
	LaunchSurvey: {
		method: 'POST',
		required: ['InstanceId', 'JobId'],
		run: launchSurvey,
	},
};

/** Does what the request asks for and returns the answer's `Data`. */
export function perform(center: CallCenter, name: string, params: Params): unknown {
	const action = ACTIONS[name];
	if (!action) throw new Error(`The gateway let the unknown action ${name} through`);
	const blank = action.required.find((required) => params[required]?.trim() === '');
	if (blank) throw blankParameter(blank);
	return action.run(center, params);
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
