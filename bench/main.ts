import type { Bench } from './bench';
import { benches } from './benches';
import { describeMachine, QUIET_PERCENT } from './machine';
import { writeReport } from './report';
import { figureTable, saveResult, type Result } from './results';
import { plainTable } from './table';

/**
 * `npm run bench`: all benches, results as tables here and as JSON in bench/results, then docs/performance.md from them.
 * `npm run bench -- signing memory`: those; `-- report`: only the report; `--quick`: small numbers, nothing is kept.
 */

function chosen(names: string[]): Bench[] {
	const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
	if (unknown.length > 0) {
		throw new Error(`There is no bench ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}, report`);
	}
	return names.length === 0 ? benches : benches.filter(({ name }) => names.includes(name));
}

function show({ machine, figures, tables }: Result, title: string): void {
	console.log(`\n== ${title} ==\n`);
	for (const table of [...tables, figureTable(figures)]) console.log(`${plainTable(table)}\n`);
	if (machine.busyBefore > QUIET_PERCENT) console.log(`Taken on a busy machine: ${machine.busyBefore} % CPU used by others\n`);
}

async function run(bench: Bench, quick: boolean): Promise<void> {
	const machine = await describeMachine();
	const measuredAt = new Date().toISOString();
	const result = { bench: bench.name, measuredAt, machine, ...(await bench.run({ quick })) };
	show(result, bench.title);
	if (!quick) saveResult(result);
}

async function main(): Promise<void> {
	const given = process.argv.slice(2);
	const quick = given.includes('--quick');
	const names = given.filter((argument) => argument !== '--quick' && argument !== 'report');
	const onlyReport = given.includes('report') && names.length === 0;
	for (const bench of onlyReport ? [] : chosen(names)) await run(bench, quick);
	if (!quick) writeReport();
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
