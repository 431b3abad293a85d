import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Bars, Lines, Plot } from './measured';
import { withUnit } from './stats';

/** Mid-tones, which are legible on light and dark pages. */
export const COLORS = { ours: '#e8590c', ink: '#7d8590', blue: '#228be6', violet: '#9c6ade', green: '#2f9e44', red: '#e03131', amber: '#c98a00' };

/** For whatever is compared with us; the lines also differ in their dashes. */
const OTHERS = [COLORS.blue, COLORS.violet, COLORS.green];
const DASHES = [[8, 3], [2, 3], [8, 3, 2, 3]];
const GRID = `${COLORS.ink}40`;

const CONFIG: TopLevelSpec['config'] = {
	font: 'system-ui, sans-serif',
	background: 'transparent',
	padding: 12,
	view: { stroke: null },
	title: { anchor: 'start', color: COLORS.ink, fontSize: 16, offset: 16 },
	axis: {
		labelColor: COLORS.ink,
		labelFontSize: 12,
		labelLimit: 600,
		titleColor: COLORS.ink,
		titleFontSize: 12,
		titleFontWeight: 'normal',
		titlePadding: 10,
		gridColor: GRID,
		domainColor: GRID,
		tickColor: GRID,
	},
	legend: { title: null, orient: 'bottom', labelColor: COLORS.ink, labelFontSize: 12, labelLimit: 600, columnPadding: 24, symbolStrokeWidth: 2, symbolSize: 300 },
	text: { fontSize: 12, color: COLORS.ink },
};

/** Draws a Vega-Lite specification as an SVG document, in the colors and fonts of all our plots. */
export async function draw(spec: TopLevelSpec): Promise<string> {
	const view = new View(parse(compile({ ...spec, config: CONFIG }).spec), { renderer: 'none' });
	return `${await view.toSVG()}\n`;
}

function barChart({ title, unit, bars }: Bars): TopLevelSpec {
	const values = bars.map(({ label, value, ours }) => ({
		label,
		value,
		color: ours ? COLORS.ours : COLORS.ink,
		text: withUnit(value, unit),
	}));
	return {
		title,
		width: 400,
		height: { step: 36 },
		data: { values },
		encoding: {
			x: { field: 'value', type: 'quantitative', axis: null },
			y: { field: 'label', type: 'nominal', sort: null, title: null, axis: { ticks: false, domain: false, labelPadding: 10 } },
			color: { field: 'color', type: 'nominal', scale: null },
		},
		layer: [{ mark: { type: 'bar', height: 22 } }, { mark: { type: 'text', align: 'left', dx: 8 }, encoding: { text: { field: 'text' } } }],
	};
}

/** The mark as one more line, from one end of the plot to the other. */
function markLine({ lines, mark }: Lines): Lines['lines'] {
	if (!mark) return [];
	const ends = lines.flatMap(({ points }) => points.map(([x]) => x));
	return [{ label: mark.label, points: [Math.min(...ends), Math.max(...ends)].map((x) => [x, mark.value]) }];
}

function lineChart(plot: Lines): TopLevelSpec {
	const lines = [...plot.lines, ...markLine(plot)];
	const domain = lines.map(({ label }) => label);
	const others = lines.filter(({ ours }) => !ours);
	const xs = [...new Set(plot.lines.flatMap(({ points }) => points.map(([x]) => x)))];
	const ticks = xs.length < 10 ? { values: xs, format: ',~f' } : {};
	const range = <T>(own: T, rest: T[]) => lines.map((line) => (line.ours ? own : (rest[others.indexOf(line)] ?? own)));
	return {
		title: plot.title,
		width: 600,
		height: 260,
		data: { values: lines.flatMap(({ label, points }) => points.map(([x, y]) => ({ x, y, label }))) },
		mark: { type: 'line', strokeWidth: 2 },
		encoding: {
			x: { field: 'x', type: 'quantitative', title: plot.x, axis: { grid: false, ...ticks } },
			y: { field: 'y', type: 'quantitative', title: plot.y },
			color: { field: 'label', type: 'nominal', scale: { domain, range: range(COLORS.ours, OTHERS) } },
			strokeDash: { field: 'label', type: 'nominal', scale: { domain, range: range([1, 0], DASHES) } },
		},
	};
}

/** A plot as an SVG document that stands on its own. */
export async function svgOf(plot: Plot): Promise<string> {
	return await draw(plot.kind === 'bars' ? barChart(plot) : lineChart(plot));
}
