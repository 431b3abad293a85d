/** The result of a fuzz run. */
export interface FuzzFigures {
	seed: number;
	seconds: number;
	bodies: number;
	megabytes: number;
	largestBytes: number;
	slowestMs: number;
	/** The number of answers by status; those with 200 by event. */
	answers: Record<string, number>;
	/** 1 if the run ended because a body broke a promise. */
	faults: number;
}
