import type { CallbackFindings } from './callbackFindings';
import { OUTCOMES, type CallFindings, type ItemOutcome } from './callFindings';

/** Drawings for docs/reliability.md. Colours are chosen to be told apart on light and dark pages alike. */

const WIDTH = 760;
const LEFT = 120;
const RIGHT = 20;
const INK = '#6e7781';
const COLOURS: Record<ItemOutcome, string> = { done: '#2da44e', refused: '#bf8700', skipped: '#0969da', unknown: '#cf222e' };

function text(x: number, y: number, content: string, attributes = ''): string {
	return `<text x="${x}" y="${y}" fill="${INK}" ${attributes}>${content}</text>`;
}

function rect(x: number, y: number, width: number, height: number, colour: string, title = ''): string {
	const [left, across] = [x.toFixed(1), Math.max(0, width).toFixed(1)];
	return `<rect x="${left}" y="${y.toFixed(1)}" width="${across}" height="${height.toFixed(1)}" fill="${colour}">${title && `<title>${title}</title>`}</rect>`;
}

function svg(height: number, title: string, parts: string[]): string {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img">`;
	return [head, `<title>${title}</title>`, text(0, 14, title, 'font-size="14"'), ...parts, '</svg>', ''].join('\n');
}

/** Runs that started in each second, and when n8n was away. */
export function callbackPlot({ runsPerSecond, cuts, calls }: CallbackFindings): string {
	const [top, height] = [34, 180];
	const most = Math.max(...runsPerSecond, 1);
	const step = (WIDTH - LEFT - RIGHT) / runsPerSecond.length;
	const bottom = top + height;
	const away = cuts.flatMap(({ at, backAt }) => [
		rect(LEFT + at * step, top, (backAt - at) * step, height, '#cf222e33', 'n8n was away'),
		text(LEFT + at * step, top - 4, 'SIGKILL', 'font-size="10"'),
	]);
	const bars = runsPerSecond.map((runs, second) => {
		const size = (runs / most) * height;
		return rect(LEFT + second * step, bottom - size, step, size, '#0969da', `${runs} runs in second ${second}`);
	});
	const axes = [
		text(LEFT - 8, top + 10, String(most), 'text-anchor="end"'),
		text(LEFT - 8, bottom, '0', 'text-anchor="end"'),
		text(0, top + height / 2, 'runs per second'),
		text(LEFT, bottom + 18, '0 s'),
		text(WIDTH - RIGHT, bottom + 18, `${runsPerSecond.length - 1} s`, 'text-anchor="end"'),
	];
	return svg(bottom + 28, `${calls} reported calls, n8n killed ${cuts.length} times`, [...bars, ...away, ...axes]);
}

/** What the node said about the items, by the fault that their last request met. */
export function faultPlot({ outcomesByFault, calls }: CallFindings): string {
	const [top, row] = [56, 24];
	const rows = Object.entries(outcomesByFault).sort(([a], [b]) => a.localeCompare(b));
	const room = WIDTH - LEFT - RIGHT - 60;
	const bars = rows.flatMap(([fault, outcomes], index) => {
		const y = top + index * row;
		const all = OUTCOMES.reduce((sum, outcome) => sum + (outcomes[outcome] ?? 0), 0);
		let x = LEFT;
		const parts = OUTCOMES.map((outcome) => {
			const items = outcomes[outcome] ?? 0;
			const part = rect(x, y, (items / all) * room, row - 6, COLOURS[outcome], `${fault}: ${items} ${outcome}`);
			x += (items / all) * room;
			return part;
		});
		return [text(LEFT - 8, y + 13, fault, 'text-anchor="end"'), ...parts, text(LEFT + room + 8, y + 13, String(all))];
	});
	const legend = OUTCOMES.flatMap((outcome, index) => [
		rect(LEFT + index * 100, 28, 12, 12, COLOURS[outcome]),
		text(LEFT + index * 100 + 18, 39, outcome),
	]);
	return svg(top + rows.length * row + 6, `${calls} customers: what the node said, by fault`, [...legend, ...bars]);
}
