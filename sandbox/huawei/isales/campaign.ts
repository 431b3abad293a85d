/** What a campaign was created with, and what has become of it. Times are vendor time, ms since the epoch. */
export interface Campaign {
	campaignId: string;
	settings: Record<string, unknown>;
	beginsAt: number;
	endsAt: number;
	paused: boolean;
	retryPolicy?: RetryPolicy;
	businessRules: BusinessRule[];
	customers: Customer[];
	batches: Batch[];
	results: CallResult[];
	/** When numbers were last added, and results last asked for. */
	lastRequestAt: Record<string, number>;
}

export interface RetryPolicy {
	policyType: number;
	policyJson: string;
	noRetryPolicy?: string[];
}

export interface BusinessRule {
	busiResultCode: string;
	busiResultSubCode?: string;
	/** 0 stop, 1 next number, 2 same number. */
	busiResultPolicy: number;
	/** Seconds. */
	callInterval?: number;
}

export interface Batch {
	id: string;
	name: string;
	/** 1 started, 2 suspended. */
	status: number;
}

export interface Customer {
	dataId: string;
	sessionId: string;
	numbers: Array<{ calledNo: string; delayTime: number }>;
	/** Which of the numbers is called next. */
	next: number;
	batchId?: string;
	customField: string;
	priority: number;
	recycleAt: number;
	/** Not called before this; `Infinity` when there is nothing left to do. */
	dueAt: number;
	calling: boolean;
	/** Calls after the first one. */
	retries: number;
	succeeded: boolean;
}

/** A call that has ended, as the vendor reports it. */
export interface CallResult {
	campaignId: string;
	sessionId: string;
	called: string;
	callTimeStr: string;
	/** 5 failed, 6 succeeded. */
	callStatus: number;
	failCode: string;
	vdnId: number;
	callId: string;
	customField: string;
	recordPath: string;
}

/** `yyyy-MM-dd HH:mm:ss` in UTC. */
export function timeText(at: number): string {
	return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** NaN for a text of another form. */
export function timeOf(text: unknown): number {
	return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(String(text)) ? Date.parse(`${String(text).replace(' ', 'T')}Z`) : NaN;
}

interface Retry {
	retryNumber: number;
	/** Seconds. */
	callInterval: number;
}

/** The vendor's numbers for results are not published, so each rule counts for every call that failed. */
function retryRule({ settings, retryPolicy }: Campaign): Retry | undefined {
	const policy = retryPolicy ?? (settings.retryPolicy as RetryPolicy | undefined);
	const entries = policy ? (JSON.parse(policy.policyJson) as Array<{ policy?: Retry[] }>) : [];
	const { callCount, callInterval } = (settings.ivrParam ?? {}) as { callCount?: number; callInterval?: number };
	const byCount = callCount === undefined ? undefined : { retryNumber: callCount - 1, callInterval: callInterval ?? 0 };
	return entries.flatMap(({ policy: rules }) => rules ?? [])[0] ?? byCount;
}

/** What follows for a customer from a call that has ended: the next number, another try, or nothing. */
export function afterCall(campaign: Campaign, customer: Customer, failCode: string, now: number): void {
	const rule = retryRule(campaign);
	const isFinal = campaign.retryPolicy?.noRetryPolicy?.includes(failCode) === true;
	customer.dueAt = Infinity;
	if (failCode === '00000') {
		customer.succeeded = true;
	} else if (customer.next + 1 < customer.numbers.length) {
		customer.next += 1;
		customer.dueAt = now + (customer.numbers[customer.next - 1]?.delayTime ?? 0) * 1000;
	} else if (rule && !isFinal && customer.retries < rule.retryNumber) {
		customer.retries += 1;
		customer.next = 0;
		customer.dueAt = now + rule.callInterval * 1000;
	}
}

/** What a business result leads to. */
export function afterBusinessResult(campaign: Campaign, customer: Customer, result: string, sub: string | undefined, now: number): void {
	const rule = campaign.businessRules.find(({ busiResultCode, busiResultSubCode }) => busiResultCode === result && (busiResultSubCode === undefined || busiResultSubCode === sub));
	if (!rule || rule.busiResultPolicy === 0) return;
	if (rule.busiResultPolicy === 1) customer.next = Math.min(customer.next + 1, customer.numbers.length - 1);
	customer.dueAt = now + (rule.callInterval ?? 0) * 1000;
}
