import type { World } from '../../world';
import type { CallResult } from './campaign';

/** One try to deliver results, and how the other side answered. */
export interface PushAttempt {
	/** Vendor time, ms since the epoch. */
	at: number;
	status?: number;
	error?: string;
	accepted: boolean;
}

export interface Push {
	/** Without the query, which can hold a token. */
	targetUrl: string;
	results: CallResult[];
	/** Oldest first. */
	attempts: PushAttempt[];
	state: 'delivering' | 'delivered' | 'failed' | 'stopped';
}

export interface BegunPush {
	push: Push;
	/** After the last attempt. */
	done: Promise<Push>;
}

/** The tenant's number of pushes for each result, by default. Older pages say 6. */
const PUSHES = 2;
const BETWEEN_PUSHES_MS = 10 * 60_000;
const TIMEOUT_MS = 30_000;

function isAcknowledged(status: number, body: string): boolean {
	try {
		return status === 200 && String((JSON.parse(body) as { retCode?: unknown } | null)?.retCode) === '0';
	} catch {
		return false;
	}
}

/** Sends results to a callback URL: each push may be repeated once at once, and a failed push follows another 10 minutes later. */
export class Pushes {
	private records: Push[] = [];
	private stopping = new AbortController();

	constructor(private readonly world: World) {}

	/** Oldest first. */
	list(): Push[] {
		return [...this.records];
	}

	begin(targetUrl: string, results: CallResult[]): BegunPush {
		const { origin, pathname } = new URL(targetUrl);
		const push: Push = { targetUrl: origin + pathname, results, attempts: [], state: 'delivering' };
		this.records.push(push);
		return { push, done: this.deliver(push, targetUrl, this.stopping.signal) };
	}

	reset(): void {
		this.stopping.abort();
		this.stopping = new AbortController();
		this.records = [];
	}

	private async deliver(push: Push, url: string, signal: AbortSignal): Promise<Push> {
		for (let count = 0; count < PUSHES && push.state === 'delivering'; count++) {
			if (count > 0) await this.world.clock.sleep(BETWEEN_PUSHES_MS, signal).catch(() => undefined);
			await this.attempt(push, url, signal);
			if (push.state === 'delivering') await this.attempt(push, url, signal);
		}
		if (push.state === 'delivering') push.state = 'failed';
		return push;
	}

	private async attempt(push: Push, url: string, signal: AbortSignal): Promise<void> {
		const at = this.world.clock.now();
		if (signal.aborted) {
			push.state = 'stopped';
			return;
		}
		const made = await this.post(push, url, signal).catch((error: Error) => ({ error: error.name, accepted: false }));
		push.attempts.push({ at, ...made });
		if (made.accepted) push.state = 'delivered';
	}

	private async post({ results }: Push, url: string, signal: AbortSignal): Promise<Omit<PushAttempt, 'at'>> {
		const fault = this.world.faults.strike('huawei', 'campaignResult');
		if (fault && fault.kind !== 'cutAfter' && fault.kind !== 'garbage') return { error: `fault: ${fault.kind}`, accepted: false };
		const text = JSON.stringify(results);
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: fault?.kind === 'garbage' ? text.slice(0, text.length / 2) : text,
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
		});
		const body = await response.text();
		if (fault?.kind === 'cutAfter') return { error: 'fault: the answer got lost', accepted: false };
		return { status: response.status, accepted: isAcknowledged(response.status, body) };
	}
}
