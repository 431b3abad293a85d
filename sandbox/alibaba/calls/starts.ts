import { canCallOut, findInstance, findUser, type Instance } from '../account';
import { actorOf, type Behavior, type CallCenter } from '../center';
import type { CallOrder } from '../call';
import { callContext, userContext, userContextIn } from '../contexts';
import { blankParameter, tooLarge, unknownNumber } from '../errors';
import { timeoutSeconds, type Params } from '../parameters';
import { AgentCall } from './agentCall';
import { Back2BackCall } from './back2BackCall';
import { partyOf } from './parties';
import { PredictiveCall } from './predictiveCall';
import { PrivacyCall } from './privacyCall';

const LONGEST_TAGS = 128;
const LONGEST_TIMEOUT = 1_000_000;
const MAKE_CALL_SECONDS = 30;

/** Throws `NotExists.Number` for a number with which no call may go out. */
export function checkBroker(instance: Instance, wanted: string): void {
	const isUsable = instance.numbers.some((number) => number.number === wanted && canCallOut(number));
	if (!isUsable) throw unknownNumber(wanted, instance.id);
}

export function orderOf(instance: Instance, order: Partial<CallOrder>): CallOrder {
	return {
		instanceId: instance.id,
		caller: '',
		callee: '',
		broker: '',
		additionalBroker: '',
		timeoutSeconds: timeoutSeconds({}),
		tags: '',
		skillGroupId: '',
		...order,
	};
}

function tagsOf({ Tags = '' }: Params): string {
	if (Buffer.byteLength(Tags) > LONGEST_TAGS) throw tooLarge('Tags', `${LONGEST_TAGS} bytes`);
	return Tags;
}

const startBack2BackCall: Behavior = (center, params) => {
	const instance = findInstance(center.account, params.InstanceId ?? '');
	const { Caller = '', Callee = '', Broker = '', AdditionalBroker = '' } = params;
	checkBroker(instance, Broker);
	if (AdditionalBroker !== '') checkBroker(instance, AdditionalBroker);
	const tags = tagsOf(params);
	center.doNotCall.check(instance.id, Callee);
	const order = orderOf(instance, {
		caller: Caller,
		callee: Callee,
		broker: Broker,
		additionalBroker: AdditionalBroker,
		timeoutSeconds: timeoutSeconds(params, 1, LONGEST_TIMEOUT),
		tags,
	});
	const call = center.exchange.place((line, jobId) => new Back2BackCall(line, jobId, order));
	const user = findUser(instance, undefined);
	return {
		CallContext: callContext(call, call.channels, instance, user),
		UserContext: userContextIn(call, instance, center.desks.of(instance, user), center.clock.now()),
	};
};

/** The agent's leg is up, and the callee's phone rings: a colleague's if the callee is an extension. */
function callFromDesk(center: CallCenter, params: Params, callee: string): unknown {
	const { instance, user, desk } = actorOf(center, params);
	desk.refuseCall();
	const other = partyOf(center, instance, callee);
	const isInternal = other.userId !== '';
	const caller = params.Caller || (instance.numbers.find(canCallOut)?.number ?? '');
	if (!isInternal) {
		checkBroker(instance, caller);
		center.doNotCall.check(instance.id, callee);
	}
	const order = orderOf(instance, {
		caller: isInternal ? user.extension : caller,
		callee,
		broker: isInternal ? user.extension : caller,
		timeoutSeconds: timeoutSeconds(params, MAKE_CALL_SECONDS),
		tags: tagsOf(params),
		skillGroupId: desk.skillGroupIds[0] ?? '',
	});
	const agent = { number: desk.phone, userId: user.id };
	const call = center.exchange.place(
		(line, jobId) => new AgentCall(line, jobId, order, isInternal ? 'INTERNAL' : 'OUTBOUND', agent, other, desk.workMode === 'OFF_SITE'),
	);
	return {
		CallContext: callContext(call, call.channels, instance, user),
		ContextId: center.clock.now(),
		UserContext: userContext(instance, desk, call.jobId, center.clock.now()),
	};
}

const makeCall: Behavior = (center, params) => callFromDesk(center, params, params.Callee ?? '');

/** The number behind the earlier call counts, and not the masked one that the request may carry. */
const redialCall: Behavior = (center, params) => {
	const { InstanceId = '', JobId, Callee = '' } = params;
	const callee = JobId === undefined ? Callee : center.exchange.recall(InstanceId, JobId).order.callee;
	if (callee === '') throw blankParameter('Callee');
	return callFromDesk(center, params, callee);
};

/** Customer first; then the contact flow, and an agent of the skill group if one is named. */
export function placePredictiveCall(center: CallCenter, instance: Instance, order: Partial<CallOrder>): PredictiveCall {
	return center.exchange.place(
		(line, jobId) =>
			new PredictiveCall(line, jobId, orderOf(instance, order), (skillGroupId) => {
				const [desk] = center.desks.ready(instance, skillGroupId);
				return desk && { number: desk.phone, userId: desk.user.id };
			}),
	);
}

const startPredictiveCall: Behavior = (center, params) => {
	const { instance, user, desk } = actorOf(center, params);
	const { Caller = '', Callee = '' } = params;
	checkBroker(instance, Caller);
	center.doNotCall.check(instance.id, Callee);
	const call = placePredictiveCall(center, instance, {
		caller: Caller,
		callee: Callee,
		broker: Caller,
		timeoutSeconds: timeoutSeconds(params),
		tags: tagsOf(params),
		skillGroupId: params.SkillGroupId ?? '',
	});
	return {
		CallContext: callContext(call, call.channels, instance, user),
		UserContext: userContext(instance, desk, call.jobId, center.clock.now()),
	};
};

const startPrivacyCall: Behavior = (center, params) => {
	const instance = findInstance(center.account, params.InstanceId ?? '');
	const { Caller = '', Callee = '' } = params;
	checkBroker(instance, Caller);
	center.doNotCall.check(instance.id, Callee);
	const order = orderOf(instance, { caller: Caller, callee: Callee, broker: Caller });
	return center.exchange.place((line, jobId) => new PrivacyCall(line, jobId, order)).jobId;
};

export const startActions: Array<[string, Behavior]> = [
	['StartBack2BackCall', startBack2BackCall],
	['MakeCall', makeCall],
	['RedialCall', redialCall],
	['StartPredictiveCall', startPredictiveCall],
	['StartPrivacyCall', startPrivacyCall],
];
