import type { World } from '../world';
import { buildCallback } from './callbacks';
import type { Deliveries, DeliverOptions, Delivery } from './deliveries';
import type { CallFacts, RobotJob } from './facts';
import type { Platform } from './retryPlan';
import { robotCall, type Customer } from './robot';
import { jobFacts, sampleFacts } from './samples';

export interface CampaignOrder extends DeliverOptions {
	/** Where the callbacks go. */
	targetUrl: string;
	customers: Customer[];
	jobName?: string;
	/** How many calls the robot makes in parallel. Default 5. */
	seats?: number;
	/** The platform whose callbacks are sent. Default `legacy`. */
	platform?: Platform;
	/** Where the job's status goes when it has completed. Default: nowhere. */
	jobStatusUrl?: string;
}

/** A job of the robot. Ready for JSON. */
export interface Campaign {
	jobId: string;
	jobName: string;
	customers: number;
	calls: Array<{ callId: string; phone: string; finishStatus: number; deliveryId: string }>;
	state: 'running' | 'completed' | 'stopped';
}

export interface CampaignDesk {
	world: World;
	deliveries: Deliveries;
	recordingsUrl: string;
	nextCallId(): number;
	signal: AbortSignal;
}

export interface RunningCampaign {
	campaign: Campaign;
	/** After the last call and the last attempt of each callback. */
	done: Promise<Campaign>;
}

/** Calls each customer once and sends a callback as soon as a call has ended. */
export function startCampaign(desk: CampaignDesk, job: RobotJob, order: CampaignOrder): RunningCampaign {
	const campaign: Campaign = {
		jobId: String(job.jobId),
		jobName: job.jobName,
		customers: order.customers.length,
		calls: [],
		state: 'running',
	};
	const done = run(desk, job, order, campaign).then(() => campaign);
	return { campaign, done };
}

async function run(desk: CampaignDesk, job: RobotJob, order: CampaignOrder, campaign: Campaign): Promise<void> {
	const waiting = [...order.customers];
	const underway: Array<Promise<Delivery>> = [];
	const report = (call: CallFacts) => {
		const jobFinished = campaign.calls.length + 1 === campaign.customers;
		const begun = sendRecord(desk, order, { ...call, jobFinished });
		underway.push(begun.done);
		const { callId, phone, finishStatus } = call;
		campaign.calls.push({ callId: String(callId), phone, finishStatus, deliveryId: begun.delivery.id });
	};
	const seat = async () => {
		for (let customer = waiting.shift(); customer; customer = waiting.shift()) {
			report(await robotCall(desk.world, job, desk.nextCallId(), customer, desk.recordingsUrl, desk.signal));
		}
	};
	try {
		await Promise.all(Array.from({ length: order.seats ?? 5 }, seat));
		campaign.state = 'completed';
	} catch (error) {
		if (!desk.signal.aborted) throw error;
		campaign.state = 'stopped';
		return;
	}
	if (order.jobStatusUrl !== undefined) underway.push(sendCompletion(desk, job, order, order.jobStatusUrl));
	await Promise.all(underway);
}

function sendRecord(desk: CampaignDesk, order: CampaignOrder, call: CallFacts) {
	const kind = order.platform === 'open' ? 'openCallRecord' : 'callRecord';
	return desk.deliveries.begin(order.targetUrl, buildCallback(kind, { call, job: jobFacts(desk.world, call) }), order);
}

async function sendCompletion(desk: CampaignDesk, job: RobotJob, order: CampaignOrder, url: string): Promise<Delivery> {
	const kind = order.platform === 'open' ? 'openJobStatus' : 'jobStatus';
	const facts = sampleFacts(desk.world, job, 0, desk.recordingsUrl);
	return await desk.deliveries.begin(url, buildCallback(kind, facts), order).done;
}
