import { INSTANCE, type Case } from './case';

const sent = { InstanceId: 'ccc-test' };
const period = { startTime: '2026-11-20T00:00:00+08:00', endTime: '2026-11-21T00:00:00+08:00' };
const sentPeriod = { StartTime: '1795104000000', EndTime: '1795190400000' };
const figures = { totalCalls: 1, inboundCalls: 1, inboundAbandoned: 1, outboundCalls: 1, averageTalkSeconds: expect.any(Number) };

export const instance: Case[] = [
	{
		operation: 'getInstance',
		parameters: { instanceId: INSTANCE },
		sends: sent,
		returns: { instanceId: expect.any(String), name: expect.any(String), numbers: [expect.any(String)], adminIds: [expect.any(String)] },
	},
	{
		operation: 'listInstances',
		parameters: { returnAll: false, limit: 20 },
		sends: { PageNumber: '1', PageSize: '20' },
		returns: { instanceId: 'ccc-test', status: 'Normal', numbers: ['01021570000', '01021560000'], createdAt: '2021-01-01T00:00:00.000Z' },
	},
	{
		operation: 'getRealtimeInstanceStates',
		parameters: { instanceId: INSTANCE, filters: { mediaType: 'ALL' } },
		sends: { ...sent, MediaType: 'ALL' },
		returns: { instanceId: 'ccc-test', interactiveCalls: 1, waitingCalls: 1, breakingAgents: 1 },
	},
	{
		operation: 'getHistoricalInstanceReport',
		parameters: { instanceId: INSTANCE, filters: { ...period, mediaType: 'AUDIO' } },
		sends: { ...sent, ...sentPeriod, MediaType: 'AUDIO' },
		returns: figures,
	},
	{
		operation: 'getInstanceTrendingReport',
		parameters: { instanceId: INSTANCE, filters: { ...period, mediaType: 'VIDEO' } },
		sends: { ...sent, ...sentPeriod, MediaType: 'VIDEO' },
		returns: { inbound: [expect.objectContaining({ callsHandled: 1 })], outbound: [expect.objectContaining({ callsAnswered: 1 })] },
	},
	{
		operation: 'listIntervalInstanceReport',
		parameters: { instanceId: INSTANCE, filters: { ...period, interval: 'Daily' } },
		sends: { ...sent, ...sentPeriod, Interval: 'Daily' },
		returns: { startedAt: '2026-01-02T03:04:05.000Z', ...figures },
	},
	{
		operation: 'checkBusinessHours',
		parameters: { instanceId: INSTANCE, additionalFields: { time: period.startTime } },
		sends: { ...sent, Time: sentPeriod.StartTime },
		returns: { withinBusinessHours: true },
	},
];
