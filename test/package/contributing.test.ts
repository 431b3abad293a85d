import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './helpers/pack';

const guide = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** Each piece of TypeScript with the file that is named last before it. */
const pieces = [...guide.matchAll(/`((?:nodes|test)\/[\w/]+\.ts)`(?:(?!\.ts`)[^])*?```ts\n([^]*?)```/g)].map(([, path = '', code = '']) => ({ path, code }));

it('shows an operation in its three places', () => {
	expect(pieces.map(({ path }) => path)).toEqual([
		'nodes/AlibabaCloudCallCenter/resources/ticket/terminateTicket.ts',
		'nodes/AlibabaCloudCallCenter/resources/ticket/index.ts',
		'test/cases/alibaba/ticket.ts',
	]);
});

it.each(pieces)('shows what $path has', ({ path, code }) => {
	expect(readFileSync(join(ROOT, path), 'utf8')).toContain(code);
});
