import { OUTCOMES, type CallFindings, type ItemOutcome } from '../reliability/callFindings';
import type { CallbackFindings } from '../reliability/callbackFindings';
import { COLORS, draw } from './plot';

/** Plots for docs/reliability.md. */

const OUTCOME_COLORS: Record<ItemOutcome, string> = { done: COLORS.green, refused: COLORS.amber, skipped: COLORS.blue, unknown: COLORS.red };

/** Runs that started in each second, and when n8n was away. */
export async function callbackPlot({ runsPerSecond, cuts, calls }: CallbackFindings): Promise<string> {
	const seconds = { type: 'quantitative', title: 'seconds since the first callback', axis: { grid: false } } as const;
	return await draw({
		title: `${calls.toLocaleString('en')} reported calls, n8n killed ${cuts.length} times`,
		width: 640,
		height: 200,
		layer: [
			{
				data: { values: cuts.map(({ at, backAt }) => ({ at, backAt })) },
				mark: { type: 'rect', color: COLORS.red, opacity: 0.35 },
				encoding: { x: { ...seconds, field: 'at' }, x2: { field: 'backAt' } },
			},
			{
				data: { values: cuts },
				mark: { type: 'text', color: COLORS.red, baseline: 'bottom', dy: -4, text: 'killed' },
				encoding: { x: { ...seconds, field: 'at' }, y: { value: 0 } },
			},
			{
				data: { values: runsPerSecond.map((runs, second) => ({ runs, from: second, to: second + 1 })) },
				mark: { type: 'rect', color: COLORS.blue },
				encoding: {
					x: { ...seconds, field: 'from' },
					x2: { field: 'to' },
					y: { field: 'runs', type: 'quantitative', title: 'runs started per second' },
					y2: { datum: 0 },
				},
			},
		],
	});
}

/** What the node said about the items, by the fault that their last request met. */
export async function faultPlot({ outcomesByFault, calls }: CallFindings): Promise<string> {
	const rows = Object.entries(outcomesByFault).flatMap(([fault, outcomes]) => {
		const items = OUTCOMES.map((outcome) => outcomes[outcome] ?? 0);
		const label = `${fault} (${items.reduce((sum, count) => sum + count, 0).toLocaleString('en')})`;
		return OUTCOMES.map((outcome, order) => ({ label, outcome, order, items: items[order] }));
	});
	return await draw({
		title: `What the node reported for ${calls.toLocaleString('en')} customers, by fault`,
		width: 500,
		height: { step: 26 },
		data: { values: rows },
		mark: 'bar',
		encoding: {
			x: { field: 'items', type: 'quantitative', stack: 'normalize', title: 'share of the customers', axis: { format: '%', grid: false } },
			y: { field: 'label', type: 'nominal', title: 'last fault (customers)', axis: { ticks: false, domain: false } },
			color: { field: 'outcome', type: 'nominal', scale: { domain: [...OUTCOMES], range: OUTCOMES.map((outcome) => OUTCOME_COLORS[outcome]) } },
			order: { field: 'order' },
		},
	});
}
