import { listen } from '../server';
import type { World } from '../world';
import { BaiyingApis, type ApiRequest, type Job } from './api';
import { createApp } from './app';
import { buildCallback, type Callback, type CallbackKind } from './callbacks';
import { startCampaign, type Campaign, type CampaignOrder, type RunningCampaign } from './campaign';
import { Deliveries, type Begun, type DeliverOptions, type Delivery, type DeliverySettings } from './deliveries';
import type { Fields } from './legacyBodies';
import { sampleFacts } from './samples';

export { behavesAtBaiying, type ApiRequest, type Job } from './api';
export type { Attempt } from './attempt';
export { CALLBACK_KINDS, type Callback, type CallbackBody, type CallbackKind } from './callbacks';
export type { Campaign, CampaignOrder, RunningCampaign } from './campaign';
export type { Begun, DeliverOptions, Delivery } from './deliveries';
export type { Grade } from './facts';
export { RETRY_PLANS, type Platform, type RetryPlan } from './retryPlan';
export type { Customer } from './robot';

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

export interface BaiyingState {
	/** Oldest first. */
	deliveries: Delivery[];
	/** Oldest first. */
	campaigns: Campaign[];
}

/** Baiying: its two APIs, the robots that call, and the callbacks. */
export interface BaiyingVendor {
	/** Serves the APIs, the recordings and the control interface, see `createApp`. */
	url: string;
	port: number;
	/** Where the open platform issues tokens. */
	tokenUrl: string;
	/** What the APIs know: jobs, tokens, and the seeds that exist from the start. */
	apis: BaiyingApis;
	/** Requests to the APIs that were admitted, oldest first. */
	admitted(): ApiRequest[];
	/** Jobs that were created through the APIs, oldest first. */
	jobs(): Job[];
	/** A callback of this kind with sample content; `overrides` are laid over the inner `data`. */
	callback(kind: CallbackKind, overrides?: Fields): Callback;
	/** Sends a callback until it is acknowledged or the retry plan ends. The token belongs in the URL. */
	deliver(targetUrl: string, callback: Callback, options?: DeliverOptions): Promise<Delivery>;
	/** Like `deliver`, but with a sample callback, and returns at once. */
	begin(targetUrl: string, kind: CallbackKind, overrides?: Fields, options?: DeliverOptions): Begun;
	/** Sends the same callback once more, as if the answer had been lost. Undefined when the delivery does not exist. */
	resend(deliveryId: string): Promise<Delivery | undefined>;
	/** The robot calls the customers; resolves after the last callback is acknowledged or given up. */
	runCampaign(order: CampaignOrder): Promise<Campaign>;
	/** Like `runCampaign`, but returns at once. */
	beginCampaign(order: CampaignOrder): RunningCampaign;
	/** Ready for JSON. */
	state(): BaiyingState;
	/** Ends all calls and deliveries and forgets them. */
	reset(): void;
	/** Ends all calls and deliveries and stops listening. */
	close(): Promise<void>;
}

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
