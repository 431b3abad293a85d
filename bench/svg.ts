import type { Bars, Lines, Plot } from './bench';
import { rounded } from './stats';

const WIDTH = 720;
const MARGIN = 24;
const FONT = 'font-family="system-ui, sans-serif"';
/** Lines of one color are told apart by these, in their order. */
const DASHES = ['none', '7 4', '2 3'];
/** Readable on white and on dark pages. */
const COLORS = { ours: '#d9480f', other: '#868e96', text: '#868e96', mark: '#1971c2', grid: '#868e9640' };

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

type Anchor = 'start' | 'middle' | 'end';

function label(x: number, y: number, text: string, anchor: Anchor = 'start', color = COLORS.text): string {
	return `<text x="${rounded(x)}" y="${rounded(y)}" ${FONT} font-size="13" fill="${color}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, color: string, dashes = ''): string {
	const dashed = dashes ? ` stroke-dasharray="${dashes}"` : '';
	return `<line x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}" stroke="${color}"${dashed}/>`;
}

function document(title: string, height: number, parts: string[]): string {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`;
	const heading = `<text x="${MARGIN}" y="26" ${FONT} font-size="16" font-weight="600" fill="${COLORS.text}">${escaped(title)}</text>`;
	return `${[head, `<title>${escaped(title)}</title>`, heading, ...parts, '</svg>'].join('\n')}\n`;
}

function withUnit(value: number, unit: string): string {
	return `${rounded(value).toLocaleString('en')} ${unit}`;
}

function barChart({ title, unit, bars, mark }: Bars): string {
	const [left, top, step, thickness] = [290, 52, 36, 22];
	const widest = WIDTH - left - 110;
	const largest = Math.max(...bars.map(({ value }) => value), mark?.value ?? 0);
	const scale = (value: number) => (value / largest) * widest;
	const bottom = top + bars.length * step;
	const parts = bars.flatMap(({ label: name, value, ours }, index) => {
		const y = top + index * step;
		const color = ours ? COLORS.ours : COLORS.other;
		return [
			label(left - 10, y + 16, name, 'end'),
			`<rect x="${left}" y="${y}" width="${rounded(Math.max(scale(value), 1))}" height="${thickness}" rx="2" fill="${color}"/>`,
			label(left + scale(value) + 8, y + 16, withUnit(value, unit), 'start', color),
		];
	});
	if (!mark) return document(title, bottom + 12, parts);
	const x = left + scale(mark.value);
	const marked = [line(x, top - 6, x, bottom, COLORS.mark, '4 3'), label(x, bottom + 14, mark.label, 'middle', COLORS.mark)];
	return document(title, bottom + 28, [...parts, ...marked]);
}

/** About five round numbers from zero to the largest value. */
function ticks(largest: number): number[] {
	const magnitude = 10 ** Math.floor(Math.log10(largest / 5));
	const step = ([1, 2, 5, 10].find((factor) => factor * magnitude * 5 >= largest) ?? 10) * magnitude;
	return Array.from({ length: Math.floor(largest / step) + 1 }, (_, index) => index * step);
}

function lineChart({ title, x, y, lines, mark }: Lines): string {
	const [left, top, right, bottom, height] = [64, 60, WIDTH - 235, 300, 350];
	const points = lines.flatMap((one) => one.points);
	const largestX = Math.max(...points.map(([value]) => value), 1);
	const largestY = Math.max(...points.map(([, value]) => value), mark?.value ?? 0, 1);
	const atX = (value: number) => left + (value / largestX) * (right - left);
	const atY = (value: number) => bottom - (value / largestY) * (bottom - top);
	const legend = (index: number, name: string, color: string, dashes: string) => {
		const y = top + 10 + index * 20;
		return [line(right + 12, y - 4, right + 34, y - 4, color, dashes), label(right + 40, y, name, 'start', color)];
	};
	const parts = [
		...ticks(largestY).flatMap((tick) => [
			line(left, atY(tick), right, atY(tick), COLORS.grid),
			label(left - 8, atY(tick) + 4, tick.toLocaleString('en'), 'end'),
		]),
		...ticks(largestX).map((tick) => label(atX(tick), bottom + 18, tick.toLocaleString('en'), 'middle')),
		label((left + right) / 2, bottom + 38, x, 'middle'),
		label(left, top - 12, y, 'middle'),
		...lines.flatMap(({ ours, points: own, label: name }, index) => {
			const color = ours ? COLORS.ours : COLORS.other;
			const dashes = DASHES[lines.slice(0, index).filter((other) => !other.ours && !ours).length] ?? '';
			const path = own.map(([px, py]) => `${rounded(atX(px))},${rounded(atY(py))}`).join(' ');
			return [
				`<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dashes}"/>`,
				...legend(index, name, color, dashes),
			];
		}),
	];
	if (!mark) return document(title, height, parts);
	const marked = [line(left, atY(mark.value), right, atY(mark.value), COLORS.mark, '4 3'), ...legend(lines.length, mark.label, COLORS.mark, '4 3')];
	return document(title, height, [...parts, ...marked]);
}

/** A plot as an SVG document that stands on its own. */
export function svgOf(plot: Plot): string {
	return plot.kind === 'bars' ? barChart(plot) : lineChart(plot);
}
