import { benches } from '../bench/benches';
import { fillIn, writePlot } from './document';
import { QUIET_PERCENT } from './machine';
import { isMet } from './measured';
import { svgOf } from './plot';
import { figureTable, savedResult, type Result } from './results';
import { markdownTable } from './table';

function circumstances({ measuredAt, machine }: Result): string {
	const { cpu, cores, memoryGb, node, busyBefore } = machine;
	const busy = busyBefore > QUIET_PERCENT ? ` **The machine was busy**: just before, other programs used ${busyBefore} % of it.` : '';
	return `Measured ${measuredAt.slice(0, 16).replace('T', ' ')} UTC on ${cores} cores (${cpu}), ${memoryGb} GB; the bench ran under Node ${node}.${busy}`;
}

/** Its figures, plots and tables, as Markdown. */
export function section(result: Result): string {
	const figures = result.figures.length > 0 ? [markdownTable(figureTable(result.figures))] : [];
	const plots = result.plots.map(({ file, title }) => `![${title}](plots/${file}.svg)`);
	return [...figures, ...plots, ...result.tables.map(markdownTable), circumstances(result)].join('\n\n');
}

function summary(results: Result[]): string {
	const withTarget = results.flatMap(({ figures }) => figures).filter((figure) => isMet(figure) !== undefined);
	const unmet = withTarget.filter((figure) => !isMet(figure));
	const missed = unmet.length === 0 ? '' : ` Not met: ${unmet.map(({ what }) => what).join('; ')}.`;
	return `${withTarget.length - unmet.length} of the ${withTarget.length} figures with a target meet it.${missed}`;
}

/** Measured for docs/queue-mode.md, which shows only its plot. */
export const QUEUE_WORKERS = 'queue-workers';

/** Draws the plots of all saved measurements, and fills in docs/performance.md. */
export async function writePerformance(): Promise<void> {
	const names = benches.map(({ name }) => name).sort();
	const onPage = names.flatMap((name) => savedResult<Result>(name) ?? []);
	const plotted = [...onPage, savedResult<Result>(QUEUE_WORKERS) ?? []].flat();
	for (const plot of plotted.flatMap(({ plots }) => plots)) writePlot(plot.file, await svgOf(plot));
	fillIn('performance.md', { summary: summary(onPage), ...Object.fromEntries(onPage.map((result) => [result.bench, section(result)])) });
}
