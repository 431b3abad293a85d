import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Body } from './body';
import type { SetupName } from './trigger';

/** A body that is worth keeping, and the setup of the trigger that received it. */
export interface Kept {
	/** What it is for. */
	about: string;
	setup: SetupName;
	body: Body;
}

const CORPUS = join(__dirname, '..', '..', 'test', 'fixtures', 'fuzz');

export function keptBodies(): Array<Kept & { file: string }> {
	return readdirSync(CORPUS)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => ({ file, ...(JSON.parse(readFileSync(join(CORPUS, file), 'utf8')) as Kept) }));
}

export function keep(folder: string, name: string, kept: Kept): string {
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `${name}.json`);
	writeFileSync(file, `${JSON.stringify(kept, null, '\t')}\n`);
	return file;
}
