import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMet, type Bench } from './bench';
import { benches } from './benches';
import { PROJECT } from './child';
import { QUIET_PERCENT } from './machine';
import { figureTable, readResult, type Result } from './results';
import { svgOf } from './svg';
import { markdownTable } from './table';

const DOCS = join(PROJECT, 'docs');

const INTRODUCTION = `# Performance

Made by \`npm run bench\` from the measurements in [bench/results](../bench/results); \`npm run bench -- <name>\` repeats one of them (${benches.map(({ name }) => `\`${name}\``).join(', ')}), and \`npm run bench -- report\` writes this page from what is there. The first run installs n8n into \`sandbox/\`.

Figures are ratios within one run on one machine: between the pack and something else that was measured side by side, in turns. Absolute times are shown so that the ratios can be judged; they are the machine's as much as the pack's. All traffic stays on the loopback interface. The pack is always the packed tarball, compiled as users get it.
`;

function circumstances({ measuredAt, machine }: Result): string {
	const { cpu, cores, memoryGb, node, busyBefore } = machine;
	const busy = busyBefore > QUIET_PERCENT ? ` **Taken on a busy machine**: other programs used ${busyBefore} % of it just before.` : '';
	return `Measured ${measuredAt.slice(0, 16).replace('T', ' ')} UTC on ${cores} cores (${cpu}), ${memoryGb} GB, bench under Node ${node}.${busy}`;
}

function measuredSection({ title, method, limits }: Bench, result: Result): string {
	const plots = result.plots.map(({ file, title: caption }) => `![${caption}](plots/${file}.svg)`);
	return [
		`## ${title}`,
		markdownTable(figureTable(result.figures)),
		...plots,
		...result.tables.map(markdownTable),
		`### How it is measured`,
		method,
		circumstances(result),
		`### What limits it`,
		limits,
	].join('\n\n');
}

function summary(results: Result[]): string {
	const unmet = results.flatMap(({ figures }) => figures).filter((figure) => isMet(figure) === false);
	const demanded = results.flatMap(({ figures }) => figures).filter((figure) => isMet(figure) !== undefined);
	const missed = unmet.length === 0 ? '' : ` Not met: ${unmet.map(({ what }) => what).join('; ')}.`;
	return `${demanded.length - unmet.length} of the ${demanded.length} figures that something is demanded of are met.${missed}`;
}

/** Writes docs/performance.md and its plots from the kept results. */
export function writeReport(): void {
	mkdirSync(join(DOCS, 'plots'), { recursive: true });
	const measured = benches.flatMap((bench) => {
		const result = readResult(bench.name);
		return result ? [{ bench, result }] : [];
	});
	for (const plot of measured.flatMap(({ result }) => result.plots)) {
		writeFileSync(join(DOCS, 'plots', `${plot.file}.svg`), svgOf(plot));
	}
	const sections = measured.map(({ bench, result }) => measuredSection(bench, result));
	const page = [INTRODUCTION.trim(), summary(measured.map(({ result }) => result)), ...sections].join('\n\n');
	writeFileSync(join(DOCS, 'performance.md'), `${page}\n`);
}
