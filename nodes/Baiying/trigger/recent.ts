interface Held<Value> {
	value: Promise<Value>;
	readAt: number;
}

interface Ages {
	/** A value older than this is read anew behind the back of the one who gets it. */
	refreshMs: number;
	/** A value older than this is not used. */
	lifetimeMs: number;
}

/** Values that are costly to read, for as long as they are young enough for the one who asks. In this process only. */
export class Recent<Value> {
	private readonly held = new Map<string, Held<Value>>();

	constructor(
		private readonly ages: Ages,
		private readonly now = () => Date.now(),
	) {}

	/** The value under the key, at most `maxAgeMs` old; a read that fails is not kept. */
	async get(key: string, read: () => Promise<Value>, maxAgeMs = this.ages.lifetimeMs): Promise<Value> {
		const known = this.held.get(key);
		if (!known || this.ageOf(known) >= maxAgeMs) return await this.readAnew(key, read);
		// The failure of a refresh meets the next one who asks.
		if (this.ageOf(known) >= this.ages.refreshMs) this.readAnew(key, read).catch(() => undefined);
		return await known.value;
	}

	private ageOf({ readAt }: Held<Value>): number {
		return this.now() - readAt;
	}

	private async readAnew(key: string, read: () => Promise<Value>): Promise<Value> {
		for (const [other, held] of this.held) {
			if (this.ageOf(held) >= this.ages.lifetimeMs) this.held.delete(other);
		}
		const entry = { value: read(), readAt: this.now() };
		this.held.set(key, entry);
		entry.value.catch(() => {
			if (this.held.get(key) === entry) this.held.delete(key);
		});
		return await entry.value;
	}
}
