import { listen } from '../server';
import type { World } from '../world';
import { BaiyingApis } from './api';
import { createApp } from './app';
import { buildCallback, type Callback, type CallbackKind } from './callbacks';
import { startCampaign, type Campaign, type CampaignOrder } from './campaign';
import { Deliveries, type DeliverOptions, type DeliverySettings } from './deliveries';
import type { Fields } from './legacyBodies';
import { sampleFacts } from './samples';
import type { BaiyingVendor } from './vendor';

export { behavesAtBaiying, type ApiRequest, type Job } from './api';
export type { Attempt } from './attempt';
export { CALLBACK_KINDS, type Callback, type CallbackBody, type CallbackKind } from './callbacks';
export type { Campaign, CampaignOrder, RunningCampaign } from './campaign';
export type { Begun, DeliverOptions, Delivery } from './deliveries';
export type { Grade } from './facts';
export { RETRY_PLANS, type Platform, type RetryPlan } from './retryPlan';
export type { Customer } from './robot';
export type { BaiyingState, BaiyingVendor } from './vendor';

export interface BaiyingOptions extends DeliverySettings {
	port: number;
	companyId: number;
}

const DEFAULT_OPTIONS: BaiyingOptions = {
	port: 0,
	companyId: 1,
	keys: { appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' },
	retryPlans: {},
	timeoutMs: 30_000,
};

const FIRST_JOB_ID = 362_574;
/** Of the jobs that are created through the APIs. */
const FIRST_API_JOB_ID = 410_000;
const FIRST_CALL_ID = 70_258_002_706;

/** Starts Baiying on loopback. */
export async function startBaiying(world: World, options: Partial<BaiyingOptions> = {}): Promise<BaiyingVendor> {
	const settings = { ...DEFAULT_OPTIONS, ...options };
	const deliveries = new Deliveries(world, settings);
	let campaigns: Campaign[] = [];
	let stopping = new AbortController();
	let [jobId, apiJobId, callId] = [FIRST_JOB_ID, FIRST_API_JOB_ID, FIRST_CALL_ID];
	let recordingsUrl = '';

	const nextCallId = () => callId++;
	const job = (jobName = '沙箱任务') => ({ companyId: settings.companyId, jobId, jobName });
	const jobDesk = { world, deliveries, nextCallId, nextJobId: () => apiJobId++, recordingsUrl: () => recordingsUrl };
	const apis = new BaiyingApis(jobDesk, settings.keys, settings.companyId);
	const callback = (kind: CallbackKind, overrides?: Fields) =>
		buildCallback(kind, sampleFacts(world, job(), nextCallId(), recordingsUrl), overrides);
	const beginCampaign = (order: CampaignOrder) => {
		jobId += 1;
		const desk = { world, deliveries, recordingsUrl, nextCallId, signal: stopping.signal };
		const running = startCampaign(desk, job(order.jobName), order);
		campaigns.push(running.campaign);
		return running;
	};
	const vendor = {
		callback,
		deliver: async (targetUrl: string, sent: Callback, deliverOptions?: DeliverOptions) =>
			await deliveries.begin(targetUrl, sent, deliverOptions).done,
		begin: (targetUrl: string, kind: CallbackKind, overrides?: Fields, deliverOptions?: DeliverOptions) =>
			deliveries.begin(targetUrl, callback(kind, overrides), deliverOptions),
		resend: async (deliveryId: string) => await deliveries.resend(deliveryId),
		runCampaign: async (order: CampaignOrder) => await beginCampaign(order).done,
		beginCampaign,
		state: () => ({ deliveries: deliveries.list(), campaigns: [...campaigns] }),
		reset: () => {
			stopping.abort();
			stopping = new AbortController();
			deliveries.reset();
			campaigns = [];
			apis.reset();
		},
	};
	const server = await listen(createApp(vendor, apis.desk), settings.port);
	recordingsUrl = `${server.url}/recordings`;
	apis.seed();
	return {
		...vendor,
		apis,
		admitted: () => [...apis.desk.log],
		jobs: () => apis.jobs.list(),
		tokenUrl: `${server.url}/oauth/token`,
		url: server.url,
		port: server.port,
		close: async () => {
			vendor.reset();
			await server.close();
		},
	};
}
