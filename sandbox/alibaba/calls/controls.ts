import { findInstance, findUser } from '../account';
import type { Behavior } from '../center';
import { userContextIn, callContext } from '../contexts';
import { blankParameter, invalidParameter } from '../errors';
import type { ChannelFlag } from '../call';
import { OKAY } from './liveCall';
import { contexts, legOf, ownCall, refuseUnless } from './running';

const answerCall: Behavior = (center, params) => {
	const own = ownCall(center, params);
	refuseUnless(own.own.state === 'RINGING', own.own);
	own.call.answer(own.own);
	return contexts(center, own);
};

/** Without another agent in the call the customer is disconnected too. */
const releaseCall: Behavior = (center, params) => {
	const own = ownCall(center, params);
	const { call, user } = own;
	call.release(legOf(own, params), user.id, OKAY);
	if (call.live().every(({ userId }) => userId === '')) call.end(user.id);
	else call.settle(user.id);
	return contexts(center, own);
};

/** Sets or takes away what a leg has to lack or to have. */
function flagged(flag: ChannelFlag, isSet: boolean): Behavior {
	return (center, params) => {
		const own = ownCall(center, params);
		const channel = legOf(own, params);
		refuseUnless(channel.state === 'ANSWERED' && channel.flags.includes(flag) !== isSet, channel);
		own.call.setFlag(channel, flag, isSet);
		return contexts(center, own, [channel]);
	};
}

const sendDtmfSignaling: Behavior = ({ account, exchange, clock, desks }, params) => {
	const instance = findInstance(account, params.InstanceId ?? '');
	const user = findUser(instance, params.UserId);
	const call = exchange.find(instance.id, params.JobId ?? '');
	const { ChannelId = '', Dtmf = '' } = params;
	if (!/^[0-9*#]+$/.test(Dtmf)) throw invalidParameter('Dtmf');
	const channel = exchange.press(call, ChannelId, Dtmf);
	return {
		CallContext: callContext(call, [channel], instance, user),
		UserContext: userContextIn(call, instance, desks.of(instance, user), clock.now()),
	};
};

const launchSurvey: Behavior = ({ account, exchange, clock, desks }, params) => {
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
	const legs = call.channels.filter(({ kind }) => kind === 'user').slice(0, 1);
	return {
		CallContext: callContext(call, legs, instance, user),
		ContextId: contextId,
		UserContext: userContextIn(call, instance, desks.of(instance, user), clock.now()),
	};
};

export const controlActions: Array<[string, Behavior]> = [
	['AnswerCall', answerCall],
	['ReleaseCall', releaseCall],
	['HoldCall', flagged('HOLD', true)],
	['RetrieveCall', flagged('HOLD', false)],
	['MuteCall', flagged('MUTED', true)],
	['UnmuteCall', flagged('MUTED', false)],
	['SendDtmfSignaling', sendDtmfSignaling],
	['LaunchSurvey', launchSurvey],
];
