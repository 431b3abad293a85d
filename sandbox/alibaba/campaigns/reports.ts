import type { AgentDesk, UserState } from '../agentDesk';
import type { PredictiveCall } from '../calls/predictiveCall';
import type { Campaign } from './campaign';
import type { CampaignCase, CaseState } from './campaignCase';

function share(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}

/** Rates are percentages: their unit is not published. */
export function campaignRow(campaign: Campaign) {
	const { settings, cases } = campaign;
	const count = (...states: CaseState[]) => cases.filter(({ state }) => states.includes(state)).length;
	const unreached = cases.filter(({ state, attempts }) => attempts.length > 0 && state !== 'Connected').length;
	const open = count('Pending', 'Executing');
	return {
		ActualEndTime: campaign.endedAt ?? 0,
		ActualStartTime: campaign.startedAt ?? 0,
		CampaignId: campaign.id,
		CasesAborted: count('Aborted'),
		CasesConnected: count('Connected'),
		CasesUncompleted: open,
		CasesUncompletedAfterAttempt: String(unreached),
		CasesUncompletedAfterAttempted: unreached,
		CompletionRate: share(cases.length - open, cases.length),
		ContactFlowId: settings.contactFlowId,
		MaxAttemptCount: settings.maxAttemptCount,
		MinAttemptInterval: settings.minAttemptInterval,
		Name: settings.name,
		PlanedEndTime: settings.endTime,
		PlanedStartTime: settings.startTime,
		QueueId: settings.queueId,
		QueueName: settings.queueId,
		Simulation: false,
		SimulationParameters: '',
		State: campaign.state,
		StrategyParameters: settings.strategyParameters,
		StrategyType: settings.strategyType,
		TotalCases: cases.length,
	};
}

/** An answered customer whom no agent spoke to is abandoned. */
export function historicalReport({ cases }: Campaign) {
	const calls = cases.flatMap(({ attempts }) => attempts);
	const answered = calls.filter(({ customer }) => customer.answeredAt !== undefined);
	const abandoned = answered.filter((call) => call.isOver && call.snapshot().disposition !== '').length;
	const abandonRate = share(abandoned, answered.length);
	return {
		AbandonRate: abandonRate,
		AbandonedRate: abandonRate,
		AnswerRate: share(answered.length - abandoned, answered.length),
		CallsAbandoned: abandoned,
		CallsConnected: answered.length,
		CallsDialed: calls.length,
		ConnectedRate: share(answered.length, calls.length),
		OccupancyRate: 0,
	};
}

/** What the agents of a skill group are doing. */
export function agentStats(desks: AgentDesk[]) {
	const count = (states: UserState[], isOutbound?: boolean) =>
		desks.filter(({ state, outboundScenario }) => states.includes(state) && (isOutbound === undefined || outboundScenario === isOutbound)).length;
	const busy: UserState[] = ['DIALING', 'RINGING', 'TALKING'];
	return {
		BreakingAgents: count(['BREAK']),
		Caps: 0,
		LoggedInAgents: desks.length,
		OutboundScenarioBreakingAgents: count(['BREAK'], true),
		OutboundScenarioReadyAgents: count(['READY'], true),
		OutboundScenarioTalkingAgents: count(busy, true),
		OutboundScenarioWorkingAgents: count(['WORKING'], true),
		ReadyAgents: count(['READY']),
		TalkingAgents: count(busy),
		TotalAgents: desks.length,
		WorkingAgents: count(['WORKING']),
	};
}

/** One call to a customer. Durations are seconds. */
export function attemptRow(campaign: Campaign, { id }: CampaignCase, call: PredictiveCall) {
	const { customer, times, placedAt } = call;
	const agent = call.channels.filter(({ userId }) => userId !== '').at(-1);
	const releasedAt = customer.state === 'RELEASED' ? customer.changedAt : 0;
	const seconds = (from?: number, to?: number) => (from && to && to > from ? Math.round((to - from) / 1000) : 0);
	return {
		AgentEstablishedTime: agent?.answeredAt ?? 0,
		AgentId: agent?.userId ?? '',
		AgentRingDuration: seconds(times.assigned, agent?.answeredAt),
		AssignAgentTime: times.assigned ?? 0,
		AttemptId: call.jobId,
		Callee: call.order.callee,
		Caller: call.order.caller,
		CampaignId: campaign.id,
		CaseId: id,
		ContactId: call.jobId,
		CustomerEstablishedTime: customer.answeredAt ?? 0,
		CustomerReleasedTime: releasedAt,
		DialDuration: seconds(placedAt, customer.answeredAt ?? releasedAt),
		DialTime: placedAt,
		EnqueueTime: times.enqueued ?? 0,
		EnterIvrTime: customer.answeredAt ?? 0,
		InstanceId: campaign.settings.instanceId,
		IvrDuration: seconds(customer.answeredAt, times.enqueued),
		QueueDuration: seconds(times.enqueued, times.assigned),
		QueueId: campaign.settings.queueId,
	};
}
