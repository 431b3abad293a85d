import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..', '..');
const BENCH = join(PROJECT, 'lab', 'bench');

test('the benches load only modules of the pack that exist', () => {
	const files = readdirSync(BENCH).filter((file) => file.endsWith('.ts'));
	const sources = files.flatMap((file) => [...readFileSync(join(BENCH, file), 'utf8').matchAll(/'((?:nodes|credentials)\/[\w/.]+)'/g)].map(([, source]) => `${source}.ts`));
	expect(sources.length).toBeGreaterThan(0);
	expect(sources.filter((source) => !existsSync(join(PROJECT, source)))).toEqual([]);
});
