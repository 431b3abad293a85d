import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import { OnceKeys, type Claim } from '../../../../nodes/common/run/onceKey';
import { helpersOver, ProcessedDataTable } from '../../../support/processedData';

const NODE: INode = { id: 'node', name: 'Node', type: 'tested', typeVersion: 1, position: [0, 0], parameters: {} };
/** The pauses of the real thing, a hundred times as fast. */
const PAUSES = [1, 2, 4, 8, 16, 32, 64];
const LATE_MS = 20;

/** A process of its own: it shares nothing but the table. */
class Process {
	private readonly keys: OnceKeys;

	constructor(table: ProcessedDataTable, pauses = PAUSES) {
		const node = { ...NODE };
		this.keys = new OnceKeys(helpersOver(table, node), node, pauses, LATE_MS);
	}

	async claim(key: string, mark: string = randomUUID(), again = false): Promise<Claim> {
		return await this.keys.claim(key, mark, again);
	}

	async release(key: string, mark: string): Promise<void> {
		await this.keys.release(key, mark);
	}
}

function ticks(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
}

/** The name of the row of key "a", which is free again afterwards. */
async function rowsAfter(table: ProcessedDataTable, process: Process): Promise<string[]> {
	await process.claim('a', 'first');
	const names = [...table.rows.keys()];
	await process.release('a', 'first');
	return names;
}

/** Fails the nth statement of one kind, or several of them, before it is carried out or before its answer. */
function failing(table: ProcessedDataTable, when: 'before' | 'after', kind: string, nths: number[]): void {
	let statements = 0;
	table[when] = (operation) => {
		if (operation === kind && nths.includes(++statements)) throw new Error('connection terminated');
	};
}

describe('keys that may be used once', () => {
	it('lets only the first claim take a key, in this execution and the next', async () => {
		const table = new ProcessedDataTable();
		const keys = new Process(table);
		expect((await Promise.all(['a', 'b', 'a'].map(async (key) => await keys.claim(key)))).sort()).toEqual(['taken', 'taken', 'used']);
		expect(await new Process(table).claim('b')).toBe('used');
	});

	it('leaves the id of the node as it was, and the row of the node itself alone', async () => {
		const table = new ProcessedDataTable();
		const node = { ...NODE };
		await new OnceKeys(helpersOver(table, node), node).claim('a', 'mark');
		expect(Object.getOwnPropertyDescriptor(node, 'id')).toEqual({ value: 'node', configurable: true, enumerable: true, writable: true });
		expect([...table.rows.keys()]).toEqual([expect.stringMatching(/^node\/[0-9a-f]{64}$/)]);
	});

	it('needs fewer statements for a key that is likely free, and leaves one that is not as it was', async () => {
		const table = new ProcessedDataTable();
		const node = { ...NODE };
		const keys = new OnceKeys(helpersOver(table, node), node, PAUSES, LATE_MS);
		const statements: string[] = [];
		table.before = (operation) => void statements.push(operation);
		expect(await keys.claim('a', 'first', false, true)).toBe('taken');
		expect([...new Set(statements)]).toEqual(['check']);
		const before = structuredClone(table.rows);
		expect(await keys.claim('a', 'second', false, true)).toBe('used');
		expect(table.rows).toEqual(before);
		await keys.release('a', 'first');
		expect(await keys.claim('a', 'third', false, true)).toBe('taken');
	});

	it('lets one of several items take a key that is likely free', async () => {
		for (let round = 0; round < 20; round++) {
			const table = new ProcessedDataTable();
			table.before = ticks;
			table.after = ticks;
			const workers = Array.from({ length: 4 }, (_, index) => ({ node: { ...NODE }, mark: `mark-${index}` }));
			const claims = await Promise.all(workers.map(async ({ node, mark }, index) => await new OnceKeys(helpersOver(table, node), node, PAUSES, LATE_MS).claim('a', mark, false, index % 2 === 0)));
			expect(claims.sort()).toEqual(['taken', 'used', 'used', 'used']);
		}
	});

	it('lets a released key be taken again', async () => {
		const keys = new Process(new ProcessedDataTable());
		await keys.claim('a', 'mark');
		await keys.release('a', 'mark');
		expect(await keys.claim('a')).toBe('taken');
	});

	it.each([2, 4, 8])('%i processes, different keys at the same moment: each key is taken', async (count) => {
		const table = new ProcessedDataTable();
		table.before = ticks;
		const claims = await Promise.all(
			Array.from({ length: count }, () => new Process(table)).flatMap((process, index) =>
				Array.from({ length: 25 }, async (_, key) => await process.claim(`${index}-${key}`)),
			),
		);
		expect(claims).toEqual(claims.map(() => 'taken'));
	});

	it.each([2, 4, 8])('%i processes, the same keys at the same moment: each key is taken exactly once', async (count) => {
		const table = new ProcessedDataTable();
		table.before = ticks;
		const keys = Array.from({ length: 25 }, (_, key) => `customer ${key}`);
		const claims = await Promise.all(
			Array.from({ length: count }, () => new Process(table)).map(async (process) => await Promise.all(keys.map(async (key) => await process.claim(key)))),
		);
		expect(keys.map((_, key) => claims.filter((ofProcess) => ofProcess[key] === 'taken').length)).toEqual(keys.map(() => 1));
	});

	it.each([
		['before', 'count'],
		['before', 'check'],
		['after', 'check'],
	] as const)('a connection that breaks %s a %s: the key is taken, and only once', async (when, statement) => {
		const table = new ProcessedDataTable();
		failing(table, when, statement, [1]);
		expect(await new Process(table).claim('a')).toBe('taken');
		expect(await new Process(table).claim('a')).toBe('used');
	});

	it('a database that breaks connections at random: each key is taken exactly once', async () => {
		const table = new ProcessedDataTable();
		table.before = ticks;
		const unreliable = () => {
			if (Math.random() < 0.1) throw new Error('connection terminated');
		};
		table.after = unreliable;
		const keys = Array.from({ length: 50 }, (_, key) => `customer ${key}`);
		const marks = new Map(keys.map((key) => [key, Array.from({ length: 4 }, () => randomUUID())]));
		const claimAll = async (process: number) =>
			await Promise.all(keys.map(async (key) => await new Process(table).claim(key, marks.get(key)?.[process], true).catch(() => 'failed')));
		const claims = await Promise.all([0, 1, 2, 3].map(claimAll));
		const takenBy = (key: number) => claims.filter((ofProcess) => ofProcess[key] === 'taken').length;
		expect(keys.filter((_, key) => takenBy(key) > 1)).toEqual([]);
		const nobodys = keys.filter((_, key) => takenBy(key) === 0);
		expect(nobodys.filter((key) => !claims.some((ofProcess) => ofProcess[keys.indexOf(key)] === 'failed'))).toEqual([]);
	});

	it('a key whose claim failed is still known as ours by its mark', async () => {
		const table = new ProcessedDataTable();
		failing(table, 'after', 'check', [1]);
		await expect(new Process(table, []).claim('a', 'mark')).rejects.toThrow('connection terminated');
		expect(await new Process(table).claim('a', 'mark', true)).toBe('taken');
		expect(await new Process(table).claim('a', 'another mark', true)).toBe('used');
	});

	it('no process gets a key when it is unknown which one took it', async () => {
		const table = new ProcessedDataTable();
		const [winner, loser] = [new Process(table), new Process(table, [])];
		await winner.claim('a', 'winner');
		// The loser's mark stands in the row of the winner, as after a write without an answer.
		for (const values of table.rows.values()) values.push('loser');
		await expect(loser.claim('a', 'loser', true)).rejects.toThrow('not known who took the key');
	});

	it.each(['before', 'after'] as const)('a release whose connection breaks %s it is carried out is repeated', async (when) => {
		const table = new ProcessedDataTable();
		const process = new Process(table);
		await process.claim('a', 'mark');
		failing(table, when, 'clear', [1]);
		await process.release('a', 'mark');
		expect(table.rows.size).toBe(0);
	});

	it('a repeated release leaves a key alone that another process has taken in the meantime', async () => {
		const table = new ProcessedDataTable();
		const process = new Process(table);
		await process.claim('a', 'mark');
		let isFirst = true;
		table.after = async (operation) => {
			if (operation !== 'clear' || !isFirst) return;
			isFirst = false;
			await new Process(table).claim('a', 'of another process');
			throw new Error('connection terminated');
		};
		await process.release('a', 'mark');
		expect(await new Process(table).claim('a')).toBe('used');
		expect(await new Process(table).claim('a', 'of another process', true)).toBe('taken');
	});

	it('a release that never succeeds is an error', async () => {
		const table = new ProcessedDataTable();
		const process = new Process(table);
		await process.claim('a', 'mark');
		table.before = (operation) => {
			if (operation === 'clear') throw new Error('database is locked');
		};
		await expect(process.release('a', 'mark')).rejects.toThrow('database is locked');
	});

	it('while the database is down, only the first key is tried again and again; later the next claim works', async () => {
		const table = new ProcessedDataTable();
		const process = new Process(table);
		let statements = 0;
		table.before = () => {
			statements += 1;
			throw new Error('database is locked');
		};
		await expect(process.claim('a')).rejects.toThrow('database is locked');
		expect(statements).toBe(PAUSES.length + 1);
		await expect(process.claim('b')).rejects.toThrow('database is locked');
		expect(statements).toBe(PAUSES.length + 2);
		table.before = () => {};
		expect(await process.claim('c')).toBe('taken');
	});

	it('an insertion that is carried out after the release does not leave the key used', async () => {
		const table = new ProcessedDataTable();
		const process = new Process(table);
		const [row] = [...(await rowsAfter(table, process))];
		let isFirst = true;
		table.before = (operation) => {
			if (operation !== 'check' || !isFirst) return;
			isFirst = false;
			// The connection breaks, but the statement is on its way and arrives after the key was released.
			setTimeout(() => table.rows.set(String(row), ['taken', 'mark']), LATE_MS / 2);
			throw new Error('connection terminated');
		};
		expect(await process.claim('a', 'mark')).toBe('taken');
		await process.release('a', 'mark');
		expect(table.rows.size).toBe(0);
	});

	it('a process that lost the race leaves nothing in the row of the winner', async () => {
		const table = new ProcessedDataTable();
		table.before = ticks;
		await Promise.all([new Process(table).claim('a', 'one'), new Process(table).claim('a', 'two')]);
		expect([...table.rows.values()].map((values) => values.length)).toEqual([2]);
	});

	it('a database that never answers is an error', async () => {
		jest.useFakeTimers();
		const table = new ProcessedDataTable();
		table.before = async () => await new Promise(() => {});
		const claim = new Process(table, []).claim('a').catch((error: Error) => error.message);
		await jest.advanceTimersByTimeAsync(21_000);
		jest.useRealTimers();
		expect(await claim).toBe('The database did not answer');
	});

	it('takes no key with a version of n8n that ignores the id of the node', async () => {
		const table = new ProcessedDataTable();
		const keys = new OnceKeys(helpersOver(table, { ...NODE }), { ...NODE }, []);
		await expect(keys.claim('a', 'mark')).rejects.toThrow('by the id of the node');
		expect(table.rows.size).toBe(0);
	});
});
