/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** From 0, below 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	/** A whole number from 1 to `most`, small ones as likely as large ones: 1 to 10 as often as 10,000 to 100,000. */
	anySize(most: number): number {
		return Math.round(most ** this.next());
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(list: readonly [T, ...T[]]): T;
	pick<T>(list: readonly T[]): T | undefined;
	pick<T>(list: readonly T[]): T | undefined {
		return list[this.whole(0, list.length - 1)];
	}

	shuffled<T>(list: readonly T[]): T[] {
		return list
			.map((value) => ({ value, at: this.next() }))
			.sort((a, b) => a.at - b.at)
			.map(({ value }) => value);
	}
}
