import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../clock';
import { StatusRefusal } from './errors';
import type { AiccOptions } from './options';

const LONGEST_SECONDS = 3600;
const DEFAULT_SECONDS = 600;

/** The access tokens of the tenant. Times are those of the wall clock. */
export class TokenOffice {
	private readonly issued = new Map<string, number>();
	private underWay = 0;

	/** How long a request takes, in real milliseconds. */
	latencyMs = 5;

	/** If set, tokens live no longer than this. */
	lifeSeconds = LONGEST_SECONDS;

	/** How many requests came. */
	requests = 0;

	/** The most requests that were under way at once. */
	mostAtOnce = 0;

	constructor(
		private readonly keys: Pick<AiccOptions, 'appKey' | 'appSecret'>,
		private readonly clock: Pick<Clock, 'wall'>,
	) {}

	/** @throws StatusRefusal */
	async issue(body: unknown, wantedSeconds: unknown): Promise<Record<string, unknown>> {
		this.requests += 1;
		this.underWay += 1;
		this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay);
		try {
			await wait(this.latencyMs);
			return this.newToken(body as Record<string, unknown>, wantedSeconds);
		} finally {
			this.underWay -= 1;
		}
	}

	isGood(token: string): boolean {
		return (this.issued.get(token) ?? 0) > this.clock.wall();
	}

	/** Ends all tokens before their time. */
	expire(): void {
		this.issued.clear();
	}

	reset(): void {
		Object.assign(this, { latencyMs: 5, lifeSeconds: LONGEST_SECONDS, requests: 0, mostAtOnce: 0 });
		this.expire();
	}

	private newToken(body: Record<string, unknown>, wantedSeconds: unknown): Record<string, unknown> {
		const { appKey, appSecret } = this.keys;
		if (body?.app_key !== appKey || body.app_secret !== appSecret) throw new StatusRefusal(401, 'app_key or app_secret is wrong');
		const wanted = Number(wantedSeconds ?? DEFAULT_SECONDS);
		if (!(wanted > 0 && wanted <= LONGEST_SECONDS)) throw new StatusRefusal(400, 'X-Token-Expire must be at most 3600');
		const seconds = Math.min(wanted, this.lifeSeconds);
		const token = randomBytes(24).toString('hex');
		const now = this.clock.wall();
		this.issued.set(token, now + seconds * 1000);
		return { AccessToken: token, ApplyType: 'Bearer', CreateTime: String(now), Expires: String(seconds), Scope: '', AppKey: appKey, UserID: 'Anonymous' };
	}
}
