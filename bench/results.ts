import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMet, type Figure, type Measured, type Table } from './bench';
import { PROJECT } from './child';
import type { Machine } from './machine';
import { rounded } from './stats';

export interface Result extends Measured {
	bench: string;
	/** ISO 8601. */
	measuredAt: string;
	machine: Machine;
}

const FOLDER = join(PROJECT, 'bench', 'results');

function fileOf(bench: string): string {
	return join(FOLDER, `${bench}.json`);
}

export function saveResult(result: Result): void {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(fileOf(result.bench), `${JSON.stringify(result, null, '\t')}\n`);
}

/** The kept result of a bench; undefined if it has never run. */
export function readResult(bench: string): Result | undefined {
	const file = fileOf(bench);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result) : undefined;
}

function demand({ atMost, atLeast, unit }: Figure): string {
	if (atMost !== undefined) return `≤ ${atMost} ${unit}`;
	return atLeast === undefined ? '' : `≥ ${atLeast} ${unit}`;
}

function verdict(figure: Figure): string {
	const met = isMet(figure);
	return met === undefined ? '' : met ? 'yes' : '**no**';
}

export function figureTable(figures: Figure[]): Table {
	const rows = figures.map((figure) => [figure.what, `${rounded(figure.value)} ${figure.unit}`, demand(figure), verdict(figure)]);
	return { title: '', columns: ['Figure', 'Measured', 'Wanted', 'Met'], rows };
}
