import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../sandbox/n8n/paths';
import type { Machine } from './machine';
import { isMet, type Figure, type Measured, type Table } from './measured';
import { withUnit } from './stats';

export interface Result extends Measured {
	bench: string;
	/** ISO 8601. */
	measuredAt: string;
	machine: Machine;
}

const FOLDER = join(PROJECT, 'lab', 'results');

const fileOf = (name: string) => join(FOLDER, `${name}.json`);

/** Saves what a bench measured or a campaign found. */
export function saveResult(name: string, result: object): void {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(fileOf(name), `${JSON.stringify(result, null, '\t')}\n`);
}

/** The last saved result of this name; undefined if there is none. */
export function savedResult<T>(name: string): T | undefined {
	return existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), 'utf8')) as T) : undefined;
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
