import { randomUUID } from 'node:crypto';

export type GuidVerdict = 'valid' | 'expired' | 'unknown';

/** The guids of one session: the current one and its predecessors (cec_07_0005). */
export class Guids {
	current = newGuid();
	private readonly diesAt = new Map<string, number>();

	/** Times are vendor time, ms. */
	constructor(
		private issuedAt: number,
		private readonly intervalMs: number,
		private readonly timeoutMs: number,
	) {}

	/**
	 * Issues the next guid when the current one has been in use for the interval; otherwise `undefined`.
	 * A client that misses one meets the next before its own dies, because the interval is shorter than the time-out.
	 */
	rotate(now: number): string | undefined {
		if (now - this.issuedAt < this.intervalMs) return undefined;
		this.diesAt.set(this.current, now + this.timeoutMs);
		this.current = newGuid();
		this.issuedAt = now;
		return this.current;
	}

	check(guid: string, now: number): GuidVerdict {
		if (guid === this.current) return 'valid';
		const diesAt = this.diesAt.get(guid);
		if (diesAt === undefined) return 'unknown';
		return now < diesAt ? 'valid' : 'expired';
	}
}

function newGuid(): string {
	return `${randomUUID()}.AgentGateway0`;
}
