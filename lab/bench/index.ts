import { parseArgs } from 'node:util';
import { writeReport } from '../report';
import { describeMachine } from '../report/machine';
import { section } from '../report/performance';
import { saveResult } from '../report/results';
import type { Bench } from './bench';
import { benches } from './benches';

/**
 * `npm run bench`: runs all benches, saves the results in lab/results, and writes docs/performance.md and docs/plots from them.
 * `npm run bench -- signing memory` runs these two; `-- --report` only writes the pages and draws the plots; `-- --quick` measures
 * small numbers and saves nothing.
 */

function chosen(names: string[]): Bench[] {
	const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
	if (unknown.length > 0) {
		throw new Error(`There is no bench ${unknown.join(', ')}. The benches are: ${benches.map(({ name }) => name).join(', ')}`);
	}
	return names.length === 0 ? benches : benches.filter(({ name }) => names.includes(name));
}

async function run(bench: Bench, quick: boolean): Promise<void> {
	const machine = await describeMachine();
	const measuredAt = new Date().toISOString();
	const result = { bench: bench.name, measuredAt, machine, ...(await bench.run({ quick })) };
	console.log(`\n## ${bench.title}\n\n${section(result)}\n`);
	if (!quick) saveResult(bench.name, result);
}

export async function runBenches(args: string[]): Promise<void> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { quick: { type: 'boolean', default: false }, report: { type: 'boolean', default: false } },
	});
	const { quick, report } = values;
	for (const bench of report ? [] : chosen(positionals)) await run(bench, quick);
	if (!quick) await writeReport();
}
