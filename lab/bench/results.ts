import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMet, type Figure, type Measured, type Table } from './bench';
import { PROJECT } from './child';
import type { Machine } from './machine';
import { withUnit } from './stats';

export interface Result extends Measured {
	bench: string;
	/** ISO 8601. */
	measuredAt: string;
	machine: Machine;
}

const FOLDER = join(PROJECT, 'lab', 'bench', 'results');

export function saveResult(result: Result): void {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(join(FOLDER, `${result.bench}.json`), `${JSON.stringify(result, null, '\t')}\n`);
}

/** The saved results of all benches that have been run. */
export function savedResults(): Result[] {
	if (!existsSync(FOLDER)) return [];
	return readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Result);
}

function target({ atMost, atLeast, unit }: Figure): string {
	if (atMost !== undefined) return `≤ ${withUnit(atMost, unit)}`;
	return atLeast === undefined ? '' : `≥ ${withUnit(atLeast, unit)}`;
}

function verdict(figure: Figure): string {
	const met = isMet(figure);
	return met === undefined ? '' : met ? 'yes' : '**no**';
}

export function figureTable(figures: Figure[]): Table {
	const rows = figures.map((figure) => [figure.what, withUnit(figure.value, figure.unit), target(figure), verdict(figure)]);
	return { title: '', columns: ['Figure', 'Measured', 'Target', 'Met'], rows };
}
