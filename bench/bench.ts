/** A measured figure, and what it should be. Figures are ratios within one run on one machine wherever something can be compared. */
export interface Figure {
	what: string;
	value: number;
	/** `×`, `%`, `ms`, `kB`, …; empty for a plain number. */
	unit: string;
	atMost?: number;
	atLeast?: number;
}

export interface Table {
	title: string;
	columns: string[];
	rows: Array<Array<string | number>>;
}

export interface Bars {
	kind: 'bars';
	/** Name of the file in docs/plots, without `.svg`. */
	file: string;
	title: string;
	unit: string;
	bars: Array<{ label: string; value: number; ours?: boolean }>;
	mark?: { label: string; value: number };
}

export interface Lines {
	kind: 'lines';
	file: string;
	title: string;
	x: string;
	y: string;
	lines: Array<{ label: string; ours?: boolean; points: Array<[number, number]> }>;
	mark?: { label: string; value: number };
}

export type Plot = Bars | Lines;

export interface Measured {
	figures: Figure[];
	tables: Table[];
	plots: Plot[];
}

export interface BenchOptions {
	/** Small numbers, to try a bench out; the results are shown but not kept. */
	quick: boolean;
}

export interface Bench {
	name: string;
	title: string;
	/** How it is measured, for docs/performance.md; Markdown. */
	method: string;
	/** What sets the limit now, for docs/performance.md; Markdown. */
	limits: string;
	run(options: BenchOptions): Promise<Measured>;
}

/** Whether a figure is what it should be; undefined where nothing is demanded. */
export function isMet({ value, atMost, atLeast }: Figure): boolean | undefined {
	if (atMost === undefined && atLeast === undefined) return undefined;
	return value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);
}
