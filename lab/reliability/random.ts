import { unsafeUniformIntDistribution, xoroshiro128plus, type RandomGenerator } from 'pure-rand';

const STEPS = 2 ** 32;

/** Random draws that are the same for the same seed. */
export class Random {
	private readonly generator: RandomGenerator;

	constructor(seed: number) {
		this.generator = xoroshiro128plus(seed);
	}

	/** From 0, below 1. */
	next(): number {
		return this.whole(0, STEPS - 1) / STEPS;
	}

	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number {
		return unsafeUniformIntDistribution(least, most, this.generator);
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
		return list[Math.floor(this.next() * list.length)];
	}

	shuffled<T>(list: readonly T[]): T[] {
		return list
			.map((value) => ({ value, at: this.next() }))
			.sort((a, b) => a.at - b.at)
			.map(({ value }) => value);
	}
}
