import { findInstance, type Instance } from './account';
import type { AgentDesk, UserState } from './agentDesk';
import { actorOf, type Actor, type Behavior, type CallCenter } from './center';
import { callContext, userContext } from './contexts';
import { page } from './lists';
import { listOf, type Params } from './parameters';

/** The live list has its own words for the states. */
const STATE_NAMES: Record<UserState, string> = {
	BREAK: 'Break',
	DIALING: 'Dialing',
	OFFLINE: 'Offline',
	READY: 'Ready',
	RINGING: 'Ringing',
	TALKING: 'Talking',
	WORKING: 'ACW',
};

/** Changes something at the agent's desk and returns the agent as it is then. */
function atDesk(change: (desk: AgentDesk, params: Params) => void): Behavior {
	return (center, params) => {
		const { instance, desk } = actorOf(center, params);
		change(desk, params);
		return userContext(instance, desk, desk.jobId, center.clock.now());
	};
}

const resetAgentState: Behavior = (center, params) => {
	const { instance, user, desk } = actorOf(center, params);
	const call = ownJob(center, { instance, user, desk });
	const leg = call?.findAgent(user.id);
	if (call && leg) {
		call.release(leg, user.id, '200 - Okay');
		call.settle(user.id);
	}
	desk.reset();
	return userContext(instance, desk, '', center.clock.now());
};

function ownJob({ exchange }: CallCenter, { instance, desk }: Actor) {
	return desk.jobId === '' ? undefined : exchange.find(instance.id, desk.jobId);
}

/** Without a call there is no CallContext. */
const pollUserStatus: Behavior = (center, params) => {
	const actor = actorOf(center, params);
	const { instance, user, desk } = actor;
	const call = ownJob(center, actor);
	const now = center.clock.now();
	return {
		...(call && { CallContext: callContext(call, call.channels, instance, user) }),
		ContextId: now,
		UserContext: userContext(instance, desk, desk.jobId, now),
	};
};

const listRealtimeAgentStates: Behavior = ({ account, desks, clock }, params) => {
	const instance = findInstance(account, params.InstanceId ?? '');
	const rows = desks.all(instance).filter(passes(params)).map((desk) => stateRow(instance, desk, clock.now()));
	return page(rows, params);
};

/** Calls have words like OUTBOUND and the filter Outbound, PRIVACY_DIAL and PrivacyDial. */
function plain(word: string): string {
	return word.replaceAll('_', '').toUpperCase();
}

function passes(params: Params): (desk: AgentDesk) => boolean {
	const ids = listOf('AgentIdList', params);
	const states = listOf('StateList', params);
	const workModes = listOf('WorkModeList', params);
	const callTypes = listOf('CallTypeList', params)?.map(plain);
	const { AgentName = '', OutboundScenario, Query = '', SkillGroupId } = params;
	return (desk) =>
		(ids?.includes(desk.user.id) ?? true) &&
		(states?.includes(STATE_NAMES[desk.state]) ?? true) &&
		(workModes?.includes(desk.workMode) ?? true) &&
		(callTypes?.includes(plain(desk.callType)) ?? true) &&
		(OutboundScenario === undefined || String(desk.outboundScenario) === OutboundScenario) &&
		(SkillGroupId === undefined || desk.skillGroupIds.includes(SkillGroupId)) &&
		desk.user.displayName.includes(AgentName) &&
		[desk.user.id, desk.user.displayName, desk.user.extension].some((text) => text.includes(Query));
}

function stateRow(instance: Instance, desk: AgentDesk, now: number) {
	return {
		AgentId: desk.user.id,
		AgentName: desk.user.displayName,
		BreakCode: desk.breakCode,
		CallType: desk.callType,
		CounterParty: desk.counterparty,
		Duration: Math.round((now - desk.changedAt) / 1000),
		Extension: desk.user.extension,
		InstanceId: instance.id,
		Mobile: desk.mobile,
		OutboundScenario: desk.outboundScenario,
		SkillGroupIdList: desk.skillGroupIds,
		SkillGroupNameList: desk.skillGroupIds,
		State: STATE_NAMES[desk.state],
		StateCode: desk.state,
		StateTime: desk.changedAt,
		WorkMode: desk.workMode,
	};
}

export const agentActions: Array<[string, Behavior]> = [
	[
		'SignInGroup',
		atDesk((desk, params) => desk.signIn(listOf('SignedSkillGroupIdList', params) ?? [], params.DeviceId ?? '', params.Additivity === 'true')),
	],
	['SignOutGroup', atDesk((desk) => desk.signOut())],
	['ReadyForService', atDesk((desk, { OutboundScenario }) => desk.beReady(OutboundScenario === 'true'))],
	['TakeBreak', atDesk((desk, { Code = '' }) => desk.takeBreak(Code))],
	[
		'ChangeWorkMode',
		atDesk((desk, params) => desk.changeWorkMode(params.WorkMode ?? '', params.Mobile, listOf('SignedSkillGroupIdList', params))),
	],
	['ResetAgentState', resetAgentState],
	['PollUserStatus', pollUserStatus],
	['ListRealtimeAgentStates', listRealtimeAgentStates],
];
