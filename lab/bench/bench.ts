import type { Measured } from '../report/measured';

export interface BenchOptions {
	/** Small numbers, to try a bench out. The results are shown but not saved. */
	quick: boolean;
}

export interface Bench {
	name: string;
	title: string;
	run(options: BenchOptions): Promise<Measured>;
}
