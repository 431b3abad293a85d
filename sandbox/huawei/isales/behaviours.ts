import type { World } from '../../world';
import type { Admitted } from './admission';
import type { Blocklist } from './blocklist';
import { afterBusinessResult, timeOf, type Batch, type BusinessRule, type Campaign, type RetryPolicy } from './campaign';
import type { Campaigns } from './campaigns';
import { campaignGone, ISalesError, parameterError, stateForbids } from './errors';
import { takeNumbers } from './numbers';

/** What the operations work with. */
export interface Office {
	world: World;
	campaigns: Campaigns;
	blocklist: Blocklist;
	/** The codes that a write-back may use. */
	businessResults: string[];
	nextId(): number;
	/** How many requests on one campaign came too close to each other. */
	tooEarly: number;
}

type Params = Record<string, unknown>;
/** @returns what the answer holds besides its code */
export type Behaviour = (office: Office, params: Params, admitted: Admitted) => object;

const BETWEEN_REQUESTS_MS = 1000;
const DEVICE_TYPES = [1, 2, 3, 5, 6];
const FIRST_DATA_ID = 1_071_000_000_000_000_000n;

const object = (returnObject: unknown) => ({ returnObject });

function campaignOf({ campaigns }: Office, { campaignId }: Params): Campaign {
	const campaign = campaigns.find(campaignId);
	if (!campaign) throw campaignGone();
	return campaign;
}

/** Refuses requests on one campaign that come too close to each other. The vendor says no to them but not how. */
function keepPace(office: Office, campaign: Campaign, kind: string): void {
	const now = office.world.clock.now();
	const last = campaign.lastRequestAt[kind] ?? -Infinity;
	campaign.lastRequestAt[kind] = now;
	if (now - last >= BETWEEN_REQUESTS_MS) return;
	office.tooEarly += 1;
	throw new ISalesError('HTTP 429', 'Too many requests', 429);
}

function checkedSettings({ campaigns, world }: Office, params: Params, version: string, self?: Campaign): Pick<Campaign, 'settings' | 'beginsAt' | 'endsAt' | 'businessRules'> {
	const { campaignId: _id, ...settings } = params;
	const [beginsAt, endsAt] = [timeOf(settings.strBeginTime), timeOf(settings.strEndTime)];
	if (Number.isNaN(beginsAt) || Number.isNaN(endsAt) || endsAt <= beginsAt) throw parameterError('strBeginTime, strEndTime: not valid');
	if (!self && beginsAt < Math.floor(world.clock.now() / 86_400_000) * 86_400_000) throw parameterError('strBeginTime: before today');
	if (!DEVICE_TYPES.includes(settings.deviceType as number)) throw parameterError('deviceType: not valid');
	if (self && self.settings.deviceType !== settings.deviceType) throw parameterError('deviceType: cannot be changed');
	const isIvr = settings.deviceType === 1 || settings.deviceType === 3;
	if (isIvr ? !settings.ivrParam : !settings.skillParam) throw new ISalesError('02000001', `${isIvr ? 'ivrParam' : 'skillParam'} is empty`);
	if (campaigns.list().some((other) => other !== self && other.settings.name === settings.name)) throw parameterError('name: exists already');
	const alerting = Number(settings.maxAlertingTime);
	if (alerting < 5 || alerting > (version === 'v1' || settings.deviceType === 5 ? 120 : 60)) throw parameterError('maxAlertingTime: not valid');
	const businessRules = settings.busiPolicy === undefined ? [] : (JSON.parse(String(settings.busiPolicy)) as BusinessRule[]);
	return { settings, beginsAt, endsAt, businessRules };
}

function view({ campaigns }: Office, campaign: Campaign): object {
	return { ...campaign.settings, campaignId: campaign.campaignId, status: campaigns.status(campaign) };
}

function pausable(office: Office, params: Params, from: boolean): Campaign {
	const campaign = campaignOf(office, params);
	if (campaign.paused !== from || office.campaigns.hasEnded(campaign)) throw stateForbids();
	return campaign;
}

function batchOf(campaign: Campaign, id: unknown): Batch {
	const batch = campaign.batches.find((one) => one.id === String(id));
	if (!batch) throw new ISalesError('03000004', 'The batch does not exist');
	return batch;
}

const policyOf = ({ policyType, policyJson, noRetryPolicy }: Params): RetryPolicy => {
	if (!Array.isArray(JSON.parse(String(policyJson)))) throw parameterError('policyJson: not a list');
	return { policyType: Number(policyType), policyJson: String(policyJson), noRetryPolicy: noRetryPolicy as string[] | undefined };
};

function pageOf<T>(rows: T[], offset: number, limit: number): { totalCount: number; data: T[] } {
	return { totalCount: rows.length, data: rows.slice(offset, offset + limit) };
}

export const BEHAVIOURS: Record<string, Behaviour> = {
	createCampaign(office, params, { version }) {
		const checked = checkedSettings(office, params, version);
		const campaignId = String(office.nextId());
		office.campaigns.add({ campaignId, ...checked, paused: false, customers: [], batches: [], results: [], lastRequestAt: {} });
		return object({ campaignId });
	},
	updateCampaign(office, params, { version }) {
		const campaign = campaignOf(office, params);
		if (office.campaigns.hasEnded(campaign)) throw stateForbids();
		Object.assign(campaign, checkedSettings(office, params, version, campaign));
		office.campaigns.wake(campaign);
		return {};
	},
	listCampaigns(office, { name, status = 0, deviceType, curPage = 1, rowsPerPage = 10 }) {
		const rows = office.campaigns
			.list()
			.filter(({ settings }) => String(settings.name).includes(String(name ?? '')) && (deviceType === undefined || settings.deviceType === deviceType))
			.filter((campaign) => status === 0 || office.campaigns.status(campaign) === status)
			.map((campaign) => view(office, campaign));
		return object(pageOf(rows, (Number(curPage) - 1) * Number(rowsPerPage), Number(rowsPerPage)));
	},
	getCampaign: (office, params) => object(view(office, campaignOf(office, params))),
	pauseCampaign(office, params) {
		pausable(office, params, false).paused = true;
		return {};
	},
	resumeCampaign(office, params) {
		const campaign = pausable(office, params, true);
		campaign.paused = false;
		office.campaigns.wake(campaign);
		return {};
	},
	deleteCampaign(office, params) {
		const campaign = campaignOf(office, params);
		if (office.campaigns.status(campaign) === 2) throw stateForbids();
		office.campaigns.remove(campaign);
		return {};
	},
	setRetryPolicy(office, params) {
		campaignOf(office, params).retryPolicy = policyOf(params);
		return {};
	},
	getRetryPolicy(office, params) {
		const { campaignId, retryPolicy, settings } = campaignOf(office, params);
		return { data: { retryPolicyId: campaignId, ...(retryPolicy ?? { policyType: 0, policyJson: '[]' }), busiPolicy: settings.busiPolicy ?? '[]' } };
	},
	addNumbers(office, params, { version }) {
		const campaign = campaignOf(office, params);
		keepPace(office, campaign, 'numbers');
		if (office.campaigns.hasEnded(campaign)) throw stateForbids();
		if (params.batchId !== undefined) batchOf(campaign, params.batchId);
		const { world, blocklist } = office;
		const nextDataId = () => String(FIRST_DATA_ID + BigInt(office.nextId()));
		const taken = takeNumbers({ world, campaign, blocklist, version, nextDataId }, params.callDataList as unknown[], params.batchId as string | undefined);
		office.campaigns.wake(campaign);
		return object(taken);
	},
	createBatch(office, params) {
		const campaign = campaignOf(office, params);
		if (campaign.batches.some(({ name }) => name === params.name)) throw parameterError('name: exists already');
		const batch = { id: String(office.nextId()), name: String(params.name), status: Number(params.status ?? 2) };
		campaign.batches.push(batch);
		return object({ id: batch.id });
	},
	pauseBatch(office, params) {
		const batch = batchOf(campaignOf(office, params), params.id);
		if (batch.status === 2) throw new ISalesError('03000006', 'The batch is paused already');
		batch.status = 2;
		return {};
	},
	resumeBatch(office, params) {
		const campaign = campaignOf(office, params);
		batchOf(campaign, params.id).status = 1;
		office.campaigns.wake(campaign);
		return {};
	},
	listBatches(office, params) {
		const { name = '', status, offset, limit } = params;
		const rows = campaignOf(office, params).batches.filter((batch) => batch.name.includes(String(name)) && (status === undefined || batch.status === status));
		return object(pageOf(rows, Number(offset), Number(limit)));
	},
	createReservedCall(office, params) {
		const campaign = campaignOf(office, { campaignId: params.taskId });
		const at = Number(params.appointTime);
		if (at < office.world.clock.now()) throw new ISalesError('04000001', 'The time is over');
		if (!/^[0-9*#]{1,24}$/.test(String(params.calledNo))) throw new ISalesError('04000002', 'The number is not valid');
		const id = String(office.nextId());
		if (params.callType === 2) {
			const numbers = [{ calledNo: String(params.calledNo), delayTime: 0 }];
			campaign.customers.push({ dataId: id, sessionId: '', numbers, next: 0, customField: '', priority: 1, recycleAt: Infinity, dueAt: at, calling: false, retries: 0, succeeded: false });
			office.campaigns.wake(campaign);
		}
		return object({ id });
	},
	listResults(office, params) {
		const campaign = campaignOf(office, params);
		keepPace(office, campaign, 'results');
		const { sessionId, customField, offset = 0, limit = 100 } = params;
		if (sessionId === undefined && customField === undefined) throw new ISalesError('02000009', 'sessionId or customField is needed');
		const rows = campaign.results.filter((row) => (sessionId === undefined || row.sessionId === sessionId) && (customField === undefined || row.customField === customField));
		return pageOf(rows.map((row) => ({ ...row, resultCode: row.callStatus === 6 ? 'OB00000' : 'OB99999' })), Number(offset), Number(limit));
	},
	writeBack(office, params) {
		const found = office.campaigns.customer(params.dataId);
		if (!found?.customer.succeeded) throw new ISalesError('0200033', 'The data does not exist, or the call has not succeeded');
		if (!office.businessResults.includes(String(params.busiResult))) throw parameterError('busiResult: not defined');
		afterBusinessResult(found.campaign, found.customer, String(params.busiResult), params.subStatus as string | undefined, office.world.clock.now());
		office.campaigns.wake(found.campaign);
		return {};
	},
	addToBlocklist({ blocklist, world }, { blocklist: numbers, restrictTimes, restrictPeriod, validityTime, validityExpirationTime }) {
		const until = validityExpirationTime ?? (validityTime === undefined ? '' : new Date(world.clock.now() + Number(validityTime) * 3_600_000).toISOString().slice(0, 19).replace('T', ' '));
		blocklist.add(numbers as string[], { validityExpirationTime: String(until), restrictTimes: restrictTimes as number | undefined, restrictPeriod: restrictPeriod as number | undefined });
		return {};
	},
	removeFromBlocklist({ blocklist }, { blocklistNo }) {
		blocklist.remove(String(blocklistNo));
		return {};
	},
	queryBlocklist: ({ blocklist }, { blocklist: numbers, offset, limit }) => blocklist.query(numbers as string[] | undefined, offset as number | undefined, limit as number | undefined),
};
