import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../clock';
import type { SigningKeys } from '../callbacks';
import { BaiyingError, CODES, THROTTLED } from './errors';

const LIFE_SECONDS = 604_800;

/** The open platform's access tokens: one request at a time, each token for one company. Times are those of the wall clock. */
export class TokenOffice {
	private readonly issued = new Map<string, { companyId: string; endsAt: number }>();
	private busy = false;

	/** How long a request takes, in real milliseconds; one that comes in the meantime is turned away. */
	latencyMs = 5;

	lifeSeconds = LIFE_SECONDS;

	/** How many requests came, those that were turned away included. */
	requests = 0;

	/** How many were turned away because another one was under way. */
	turnedAway = 0;

	constructor(
		private readonly keys: SigningKeys,
		private readonly companyId: string,
		private readonly clock: Pick<Clock, 'wall'>,
	) {}

	async issue(form: URLSearchParams): Promise<Record<string, unknown>> {
		this.requests += 1;
		if (this.busy) {
			this.turnedAway += 1;
			throw THROTTLED;
		}
		this.busy = true;
		try {
			await wait(this.latencyMs);
			return this.newToken(form);
		} finally {
			this.busy = false;
		}
	}

	/** The company that the token was issued for; undefined if it is unknown or has ended. */
	companyOf(token: string | undefined): string | undefined {
		const known = this.issued.get(token ?? '');
		return known && known.endsAt > this.clock.wall() ? known.companyId : undefined;
	}

	/** Ends all tokens before their time. */
	expire(): void {
		this.issued.clear();
	}

	reset(): void {
		Object.assign(this, { latencyMs: 5, lifeSeconds: LIFE_SECONDS, requests: 0, turnedAway: 0 });
		this.expire();
	}

	private newToken(form: URLSearchParams): Record<string, unknown> {
		const isRight = form.get('client_id') === this.keys.appKey && form.get('client_secret') === this.keys.appSecret;
		if (!isRight) throw new BaiyingError(CODES.openPlatform.parameter, 'appKey或appSecret错误');
		if (form.get('company_id') !== this.companyId) throw new BaiyingError(CODES.openPlatform.parameter, '公司不存在');
		const token = randomUUID().replaceAll('-', '');
		const endsAt = this.clock.wall() + this.lifeSeconds * 1000;
		this.issued.set(token, { companyId: this.companyId, endsAt });
		return { access_token: token, refresh_token: randomUUID().replaceAll('-', ''), expires_in: this.lifeSeconds, expires_at: endsAt };
	}
}
