/** A measured figure and its target. Wherever something can be compared, the figure is a ratio within one run on one machine. */
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
}

export interface Lines {
	kind: 'lines';
	file: string;
	title: string;
	x: string;
	y: string;
	lines: Array<{ label: string; ours?: boolean; points: Array<[number, number]> }>;
	/** A horizontal line, such as a limit. */
	mark?: { label: string; value: number };
}

export type Plot = Bars | Lines;

export interface Measured {
	figures: Figure[];
	tables: Table[];
	plots: Plot[];
}

/** Whether a figure meets its target; undefined if it has none. */
export function isMet({ value, atMost, atLeast }: Figure): boolean | undefined {
	if (atMost === undefined && atLeast === undefined) return undefined;
	return value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);
}
