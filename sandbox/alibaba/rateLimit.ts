/** At most `perSecond` requests within any second of real time. */
export class RateLimit {
	private readonly admitted: number[] = [];

	constructor(private readonly perSecond: number) {}

	/** Counts the request if it may pass; a refused one doesn't count. */
	admits(now = Date.now()): boolean {
		while (this.admitted[0] !== undefined && this.admitted[0] <= now - 1000) this.admitted.shift();
		if (this.admitted.length >= this.perSecond) return false;
		this.admitted.push(now);
		return true;
	}
}
