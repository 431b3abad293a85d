import { invalidParameter } from '../errors';
import type { Params } from '../parameters';

export interface CaseInput {
	PhoneNumber: string;
	ReferenceId?: string;
	CustomVariables?: string;
	AgentId?: string;
	Caller?: string;
}

/** What a campaign was created with. Times are vendor time. */
export interface CampaignSettings {
	instanceId: string;
	name: string;
	queueId: string;
	contactFlowId: string;
	startTime: number;
	endTime: number;
	/** From and to as text like 09:00:00, Beijing time. */
	callableTime: Array<{ beginTime: string; endTime: string }>;
	strategyType: string;
	/** JSON, as it was sent. */
	strategyParameters: string;
	/** How often a customer who was not reached is called again. */
	maxAttemptCount: number;
	/** The unit is not published; taken as minutes. */
	minAttemptInterval: number;
	/** Continues until its end even when all cases are done. */
	executingUntilTimeout: boolean;
	numbers: string[];
}

const BEIJING_MS = 8 * 60 * 60 * 1000;

export function settingsOf(params: Params): CampaignSettings {
	return {
		instanceId: params.InstanceId ?? '',
		name: params.Name ?? '',
		queueId: params.QueueId ?? '',
		contactFlowId: params.ContactFlowId ?? '',
		startTime: timeOf('StartTime', params),
		endTime: timeOf('EndTime', params),
		callableTime: json('CallableTime', params, []),
		strategyType: params.StrategyType ?? '',
		strategyParameters: params.StrategyParameters ?? '{}',
		maxAttemptCount: Number(params.MaxAttemptCount),
		minAttemptInterval: Number(params.MinAttemptInterval),
		executingUntilTimeout: params.ExecutingUntilTimeout === 'true',
		numbers: json('NumberList', params, []),
	};
}

/** What UpdateCampaign may change; what the request lacks stays as it is. */
export function changesOf(params: Params): Partial<CampaignSettings> {
	const changes: Partial<CampaignSettings> = {
		name: params.Name,
		contactFlowId: params.ContactFlowId,
		startTime: params.StartTime === undefined ? undefined : timeOf('StartTime', params),
		endTime: params.EndTime === undefined ? undefined : timeOf('EndTime', params),
		callableTime: params.CallableTime === undefined ? undefined : json('CallableTime', params, []),
		strategyParameters: params.StrategyParameters,
	};
	return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

export function casesOf(name: string, params: Params): CaseInput[] {
	return json<CaseInput[]>(name, params, []);
}

/** Whether calls may go out now. */
export function isCallable({ callableTime }: CampaignSettings, now: number): boolean {
	const time = new Date(now + BEIJING_MS).toISOString().slice(11, 19);
	return callableTime.some(({ beginTime, endTime }) => beginTime <= time && time <= endTime);
}

/** How many calls go out for each idle agent. PID is steered by the vendor in a way that is not published: one for each. */
export function ratioOf({ strategyType, strategyParameters }: CampaignSettings): number {
	const { ratio = 1 } = JSON.parse(strategyParameters) as { ratio?: number };
	return strategyType === 'PACING' ? Number(ratio) : 1;
}

function timeOf(name: string, params: Params): number {
	const value = params[name] ?? '';
	if (!/^\d{13}$/.test(value)) throw invalidParameter(name);
	return Number(value);
}

function json<T>(name: string, params: Params, fallback: T): T {
	const text = params[name];
	return text === undefined ? fallback : (JSON.parse(text) as T);
}
