import type { World } from '../../world';
import { afterCall, timeText, type CallResult, type Campaign, type Customer } from './campaign';
import type { Pushes } from './pushes';

const FAIL_CODES = { answers: '00000', busy: '00537', noAnswer: '00603', rejects: '00604', emptyNumber: '00538' } as const;

/** How many calls of a campaign go on at the same time. */
const LINES = 5;
/** Vendor milliseconds between two looks for customers who are due. */
const LOOK_EVERY_MS = 1000;

/** The campaigns of one virtual call center: they begin and end by the vendor's clock, call, and report results. */
export class Campaigns {
	private all: Campaign[] = [];
	private stopping = new AbortController();
	private calls = 0;
	private readonly awake = new Set<Campaign>();

	constructor(
		private readonly world: World,
		private readonly vdnId: string,
		private readonly pushes: Pushes,
	) {}

	list(): Campaign[] {
		return [...this.all];
	}

	find(campaignId: unknown): Campaign | undefined {
		return this.all.find((campaign) => campaign.campaignId === String(campaignId));
	}

	customer(dataId: unknown): { campaign: Campaign; customer: Customer } | undefined {
		for (const campaign of this.all) {
			const customer = campaign.customers.find((one) => one.dataId === String(dataId));
			if (customer) return { campaign, customer };
		}
		return undefined;
	}

	add(campaign: Campaign): void {
		this.all.push(campaign);
	}

	remove(campaign: Campaign): void {
		this.all = this.all.filter((other) => other !== campaign);
	}

	hasEnded({ endsAt }: Campaign): boolean {
		return this.world.clock.now() >= endsAt;
	}

	isRunning(campaign: Campaign): boolean {
		return this.all.includes(campaign) && !campaign.paused && this.world.clock.now() >= campaign.beginsAt && !this.hasEnded(campaign);
	}

	/** 2 running, all called or not begun, 3 paused, 4 ended. */
	status(campaign: Campaign): number {
		if (this.hasEnded(campaign)) return 4;
		return campaign.paused ? 3 : 2;
	}

	/** Makes the campaign look for customers who are due, until none is left. */
	wake(campaign: Campaign): void {
		if (this.awake.has(campaign)) return;
		this.awake.add(campaign);
		void this.work(campaign, this.stopping.signal)
			.catch(() => undefined)
			.finally(() => this.awake.delete(campaign));
	}

	reset(): void {
		this.stopping.abort();
		this.stopping = new AbortController();
		this.all = [];
		this.awake.clear();
	}

	private async work(campaign: Campaign, signal: AbortSignal): Promise<void> {
		while (!signal.aborted && this.all.includes(campaign) && !this.hasEnded(campaign) && campaign.customers.some(({ dueAt, calling }) => dueAt < Infinity || calling)) {
			const busy = campaign.customers.filter(({ calling }) => calling).length;
			const due = this.isRunning(campaign) ? this.due(campaign).slice(0, LINES - busy) : [];
			for (const customer of due) void this.call(campaign, customer, signal).catch(() => undefined);
			await this.world.clock.sleep(LOOK_EVERY_MS, signal);
		}
	}

	private due(campaign: Campaign): Customer[] {
		const now = this.world.clock.now();
		const suspended = new Set(campaign.batches.filter(({ status }) => status === 2).map(({ id }) => id));
		const isDue = ({ dueAt, calling, batchId, recycleAt }: Customer) => dueAt <= now && !calling && recycleAt > now && !suspended.has(batchId ?? '');
		return campaign.customers.filter(isDue).sort((a, b) => a.priority - b.priority);
	}

	private async call(campaign: Campaign, customer: Customer, signal: AbortSignal): Promise<void> {
		const { clock, phones } = this.world;
		const phone = customer.numbers[customer.next]?.calledNo ?? '';
		const callId = `${Math.floor(clock.now() / 1000)}-${++this.calls}`;
		const begunAt = clock.now();
		customer.calling = true;
		const { answer, ringMs, talkMs } = phones.behaviour(phone);
		if (answer !== 'emptyNumber') phones.ring('huawei', phone, callId);
		await clock.sleep(answer === 'noAnswer' ? Number(campaign.settings.maxAlertingTime) * 1000 : ringMs, signal);
		if (answer === 'answers') await this.talk(phone, callId, talkMs, signal);
		customer.calling = false;
		this.report(campaign, customer, { called: phone, callTimeStr: timeText(begunAt), failCode: FAIL_CODES[answer], callId });
	}

	private async talk(phone: string, callId: string, ms: number, signal: AbortSignal): Promise<void> {
		const { clock, phones } = this.world;
		phones.startTalk('huawei', callId, [phone, 'campaign']);
		await clock.sleep(ms, signal).finally(() => phones.endTalk(callId));
	}

	private report(campaign: Campaign, customer: Customer, call: Pick<CallResult, 'called' | 'callTimeStr' | 'failCode' | 'callId'>): void {
		const { campaignId, settings } = campaign;
		const { sessionId, customField } = customer;
		const callStatus = call.failCode === '00000' ? 6 : 5;
		const recordPath = callStatus === 6 ? `https://obs.example.com/records/${call.callId}.wav?AccessKeyId=sandbox&Signature=sandbox` : '';
		const result = { campaignId, sessionId, callStatus, vdnId: Number(this.vdnId), customField, recordPath, ...call };
		campaign.results.push(result);
		afterCall(campaign, customer, call.failCode, this.world.clock.now());
		if (typeof settings.callBackUrl === 'string') void this.pushes.begin(settings.callBackUrl, [result]).done;
	}
}
