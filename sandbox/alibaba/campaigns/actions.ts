import { canCallOut, findInstance, type Instance } from '../account';
import { checkBroker, placePredictiveCall } from '../calls/starts';
import type { Behavior, CallCenter } from '../center';
import { page } from '../lists';
import { listOf, milliseconds, type Params } from '../parameters';
import type { Campaign, Dialer } from './campaign';
import { agentStats, attemptRow, campaignRow, historicalReport } from './reports';
import { casesOf, changesOf, settingsOf } from './settings';

function find({ account, campaigns }: CallCenter, { InstanceId = '', CampaignId = '' }: Params): Campaign {
	return campaigns.find(findInstance(account, InstanceId).id, CampaignId);
}

/** The customer sees the case's own number, or the first of the campaign, or the first of the instance. */
function dialerOf(center: CallCenter, instance: Instance): Dialer {
	return {
		call(customer, { numbers, queueId }) {
			const caller = customer.Caller || numbers[0] || (instance.numbers.find(canCallOut)?.number ?? '');
			return placePredictiveCall(center, instance, { caller, callee: customer.PhoneNumber, broker: caller, skillGroupId: queueId });
		},
		idleAgents: (queueId) => center.desks.ready(instance, queueId).length,
		forbids: (number) => center.doNotCall.forbids(instance.id, number),
	};
}

/** Cases that come with the campaign and are wrong are dropped: the answer has no place for them. */
const createCampaign: Behavior = (center, params) => {
	const instance = findInstance(center.account, params.InstanceId ?? '');
	const settings = settingsOf(params);
	for (const number of settings.numbers) checkBroker(instance, number);
	const campaign = center.campaigns.create(settings, dialerOf(center, instance));
	campaign.append(casesOf('CaseList', params));
	return campaign.id;
};

function on(change: (campaign: Campaign, params: Params) => unknown): Behavior {
	return (center, params) => change(find(center, params), params);
}

const modifyNumbers: Behavior = (center, params) => {
	const campaign = find(center, params);
	const numbers = listOf('NumberList', params) ?? [];
	for (const number of numbers) checkBroker(findInstance(center.account, params.InstanceId ?? ''), number);
	campaign.settings.numbers = numbers;
	return '';
};

/** Beijing time as text, or milliseconds. */
function momentOf(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	return /^\d+$/.test(text) ? Number(text) : Date.parse(`${text.replace(' ', 'T')}+08:00`);
}

function isWithin(value: number | undefined, from: string | undefined, to: string | undefined): boolean {
	const [start, end] = [momentOf(from), momentOf(to)];
	return (start === undefined || (value ?? 0) >= start) && (end === undefined || (value ?? Infinity) <= end);
}

const listCampaigns: Behavior = (center, params) => {
	const { id } = findInstance(center.account, params.InstanceId ?? '');
	const { Name = '', QueueId, State } = params;
	const campaigns = center.campaigns
		.of(id)
		.filter(({ settings, state, startedAt }) =>
			settings.name.includes(Name) &&
			(QueueId === undefined || settings.queueId === QueueId) &&
			(State === undefined || state === State) &&
			isWithin(settings.startTime, params.PlanedStartTimeFrom, params.PlanedStartTimeTo) &&
			isWithin(startedAt, params.ActualStartTimeFrom, params.ActualStartTimeTo),
		);
	return page(campaigns.map(campaignRow), params);
};

const listCases: Behavior = (center, params) => {
	const { PhoneNumber, State } = params;
	const rows = find(center, params)
		.cases.map((one) => one.row())
		.filter((row) => (PhoneNumber === undefined || row.PhoneNumber === PhoneNumber) && (State === undefined || row.State === State));
	return page(rows, params);
};

const VALUES = ['AgentId', 'AttemptId', 'Callee', 'Caller', 'ContactId', 'QueueId'] as const;

/** `Criteria` is passed over: what it may hold is not published. */
const listAttempts: Behavior = (center, params) => {
	const campaign = find(center, params);
	const [start, end] = [milliseconds('StartTime', params) ?? 0, milliseconds('EndTime', params) ?? Infinity];
	const rows = campaign.cases
		.filter(({ id }) => id === params.CaseId)
		.flatMap((one) => one.attempts.map((call) => attemptRow(campaign, one, call)))
		.filter((row) => row.DialTime >= start && row.DialTime <= end)
		.filter((row) => VALUES.every((name) => params[name] === undefined || params[name] === row[name]));
	return page(rows, params);
};

function statsOf({ desks }: CallCenter, instance: Instance, queueId: string) {
	return agentStats(desks.all(instance).filter(({ skillGroupIds }) => skillGroupIds.includes(queueId)));
}

const realtimeStats: Behavior = (center, params) =>
	statsOf(center, findInstance(center.account, params.InstanceId ?? ''), params.QueueId ?? '');

/** One point, which is now: the sandbox keeps no series. */
const trendingReport: Behavior = (center, params) => {
	const { settings, cases } = find(center, params);
	const now = center.clock.now();
	const stats = statsOf(center, findInstance(center.account, params.InstanceId ?? ''), settings.queueId);
	return [
		{
			...stats,
			BreakAgents: stats.BreakingAgents,
			TalkAgents: stats.TalkingAgents,
			WorkAgents: stats.WorkingAgents,
			Concurrency: cases.filter(({ current }) => current).length,
			Datetime: now,
			StatsTime: now,
		},
	];
};

export const campaignActions: Array<[string, Behavior]> = [
	['CreateCampaign', createCampaign],
	['UpdateCampaign', on((campaign, params) => void Object.assign(campaign.settings, changesOf(params)))],
	['ModifyCampaignNumbers', modifyNumbers],
	['AppendCases', on((campaign, params) => campaign.append(casesOf('body', params)))],
	['AddCases', on((campaign, params) => void campaign.append(casesOf('CaseList', params)))],
	['SubmitCampaign', on((campaign) => campaign.submit())],
	['PauseCampaign', on((campaign) => campaign.pause())],
	['ResumeCampaign', on((campaign) => campaign.resume())],
	['AbortCampaign', on((campaign) => campaign.abort())],
	['GetCampaign', on(campaignRow)],
	['ListCampaigns', listCampaigns],
	['ListCases', listCases],
	['ListAttempts', listAttempts],
	['GetRealtimeCampaignStats', realtimeStats],
	['ListCampaignTrendingReport', trendingReport],
	['GetHistoricalCampaignReport', on(historicalReport)],
];
