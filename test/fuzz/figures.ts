/** What came of a fuzz run. */
export interface FuzzFigures {
	seed: number;
	seconds: number;
	bodies: number;
	megabytes: number;
	largestBytes: number;
	slowestMs: number;
	/** By status, those with 200 by event. */
	answers: Record<string, number>;
	/** Bodies with which a promise was broken. */
	faults: number;
}
