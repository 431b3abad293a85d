interface Held<Value> {
	value: Promise<Value>;
	readAt: number;
}

interface Ages {
	/** A value older than this is still returned, but read again in the background. */
	refreshMs: number;
	/** A value older than this is not used. */
	lifetimeMs: number;
}

/** A cache for values that are costly to read. Each caller says how old a value may be. */
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
		// When a refresh fails, the next caller reads again and sees the failure.
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
