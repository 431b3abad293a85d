import type { Trouble } from './onceKeysProxy';

/** What the processes are asked for, and what gets in their way. */
export interface Scenario {
	name: string;
	processes: number;
	/** Of each process. */
	keys: number;
	/** All processes come with the same keys. */
	sameKeys?: boolean;
	/** The share of the customers whose first requests the vendor refuses. */
	refused?: number;
	/** Each process is killed once and started again. */
	kills?: boolean;
	/** The first failed item stops its execution, which is retried with its data; otherwise failed items run in a new execution. */
	stops?: boolean;
	/** What a proxy in front of the database does. */
	trouble?: Trouble;
}

const PROCESSES = [1, 2, 4, 8];

/** At a database that is well. */
export const PLAIN: Scenario[] = [
	...PROCESSES.map((processes): Scenario => ({ name: `different keys, ${processes}`, processes, keys: 500 })),
	...PROCESSES.map((processes): Scenario => ({ name: `the same keys, ${processes}`, processes, keys: 500, sameKeys: true })),
	{ name: 'half refused, 4', processes: 4, keys: 500, refused: 0.5 },
	{ name: 'kills, 4', processes: 4, keys: 500, kills: true },
];

const SLOW: Trouble = { latencyMs: [20, 300] };
const CUTS: Trouble = { cuts: 0.04 };
/** Nine of ten queries break, in each of the three ways. */
const DOWN: Trouble = { cuts: 0.3 };

/** Through a proxy that slows the database down or breaks its connections. */
export const TROUBLED: Scenario[] = [
	{ name: 'slow, different keys, 4', processes: 4, keys: 50, trouble: SLOW },
	{ name: 'slow, the same keys, 4', processes: 4, keys: 50, sameKeys: true, trouble: SLOW },
	{ name: 'broken connections, different keys, 4', processes: 4, keys: 500, trouble: CUTS },
	{ name: 'broken connections, the same keys, 4', processes: 4, keys: 500, sameKeys: true, trouble: CUTS },
	{ name: 'broken connections, half refused, 4', processes: 4, keys: 500, refused: 0.5, trouble: CUTS },
	{ name: 'broken connections, kills, 4', processes: 4, keys: 500, kills: true, trouble: CUTS },
	{ name: 'database down, new executions, 4', processes: 4, keys: 100, trouble: DOWN },
	{ name: 'database down, executions retried, 4', processes: 4, keys: 100, stops: true, trouble: DOWN },
];
