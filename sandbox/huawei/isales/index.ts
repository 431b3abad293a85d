import { listenOnBoth, type VendorPorts, type VendorServer } from '../../vendorServer';
import type { World } from '../../world';
import type { Admitted } from './admission';
import { createApp } from './app';
import type { Office } from './behaviours';
import { Blocklist } from './blocklist';
import { timeText, type CallResult, type Campaign } from './campaign';
import { Campaigns } from './campaigns';
import { Pushes, type BegunPush, type Push } from './pushes';

export type { Admitted } from './admission';
export type { CallResult, Campaign, Customer } from './campaign';
export type { BegunPush, Push } from './pushes';

export const ISALES_KEYS = { accessKey: 'sandbox-access-key', secretKey: 'sandbox-secret-key' };
export const VDN_ID = '1';

/** What is there from the start: a campaign that has not begun, with a batch, and a customer who has been called. */
export interface ISalesSeeds {
	campaignId: string;
	batchId: string;
	dataId: string;
	sessionId: string;
}

/** Ready for JSON. */
export interface ISalesState {
	campaigns: Campaign[];
	pushes: Push[];
}

export interface ISalesVendor extends Omit<VendorServer, 'close'> {
	seeds: ISalesSeeds;
	/** Requests that were admitted, oldest first. */
	admitted(): Admitted[];
	/** How many requests on one campaign came too close to each other. */
	tooEarly(): number;
	campaigns(): Campaign[];
	pushes(): Push[];
	/** Puts a number on the block list. */
	block(number: string): void;
	/** The numbers on the block list. */
	blocked(): string[];
	/** Pushes a result to any address, as if a campaign had called. */
	push(targetUrl: string, change?: Partial<CallResult>): BegunPush;
	/** Ends all calls and forgets everything but the seeds, which are made anew. */
	reset(): void;
	close(): Promise<void>;
}

const DAY = 86_400_000;
const FIRST_ID = 1071;

function seedCampaign(campaignId: string, now: number): Campaign {
	const [beginsAt, endsAt] = [now + DAY, now + 30 * DAY];
	const settings = { name: '十二月续保', deviceType: 1, strBeginTime: timeText(beginsAt), strEndTime: timeText(endsAt), callerNo: [{ accessCode: '02160000000', priority: 1 }], maxAlertingTime: 30, ivrParam: { deviceSign: '179080000537643' } };
	return { campaignId, settings, beginsAt, endsAt, paused: false, businessRules: [], customers: [], batches: [], results: [], lastRequestAt: {} };
}

function sampleResult(campaignId: string, now: number, change: Partial<CallResult> = {}): CallResult {
	return {
		campaignId,
		sessionId: 'customer-42',
		called: '13720000000',
		callTimeStr: timeText(now),
		callStatus: 6,
		failCode: '00000',
		vdnId: Number(VDN_ID),
		callId: `${Math.floor(now / 1000)}-1`,
		customField: 'order4711',
		recordPath: 'https://obs.example.com/records/1.wav?AccessKeyId=sandbox&Signature=sandbox',
		...change,
	};
}

/** A campaign, its batch and a customer who was called. */
function plant({ campaigns, nextId, world }: Office): ISalesSeeds {
	const campaign = seedCampaign(String(nextId()), world.clock.now());
	const batch = { id: String(nextId()), name: 'North', status: 1 };
	const dataId = '1071000000000000001';
	const sessionId = 'customer-42';
	const numbers = [{ calledNo: '13720000000', delayTime: 0 }];
	campaign.batches.push(batch);
	campaign.customers.push({ dataId, sessionId, numbers, next: 0, customField: 'order4711', priority: 3, recycleAt: Infinity, dueAt: Infinity, calling: false, retries: 0, succeeded: true });
	campaign.results.push(sampleResult(campaign.campaignId, world.clock.now()));
	campaigns.add(campaign);
	return { campaignId: campaign.campaignId, batchId: batch.id, dataId, sessionId };
}

/** Starts CC-iSales, the campaigns of Huawei's contact center, on loopback. */
export async function startISales(world: World, { port = 0, httpsPort = 0 }: Partial<VendorPorts> = {}): Promise<ISalesVendor> {
	const pushes = new Pushes(world);
	const campaigns = new Campaigns(world, VDN_ID, pushes);
	const blocklist = new Blocklist();
	const log: Admitted[] = [];
	let id = FIRST_ID;
	const office: Office = { world, campaigns, blocklist, businessResults: ['callback', 'done', 'noInterest'], nextId: () => id++, tooEarly: 0 };
	const server = await listenOnBoth(createApp({ office, keys: ISALES_KEYS, vdnId: VDN_ID, log }), { port, httpsPort });
	const seeds = plant(office);
	const clear = () => {
		campaigns.reset();
		pushes.reset();
		blocklist.reset();
		log.length = 0;
		office.tooEarly = 0;
	};
	return {
		...server,
		seeds,
		admitted: () => [...log],
		tooEarly: () => office.tooEarly,
		campaigns: () => campaigns.list(),
		pushes: () => pushes.list(),
		block: (number) => blocklist.add([number], { validityExpirationTime: '' }),
		blocked: () => blocklist.numbers(),
		push: (targetUrl, change) => pushes.begin(targetUrl, [sampleResult(seeds.campaignId, world.clock.now(), change)]),
		reset() {
			clear();
			id = FIRST_ID;
			Object.assign(seeds, plant(office));
		},
		close: async () => {
			clear();
			await server.close();
		},
	};
}
