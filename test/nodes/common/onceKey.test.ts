import { OnceKeys, WriteLine, type Claim } from '../../../nodes/common/onceKey';
import { ProcessedDataTable } from '../../support/processedData';

const SETTLING_MS = 100;

type Table = Pick<ProcessedDataTable, 'checkProcessedAndRecord' | 'removeProcessed'>;

/** A process of its own: it shares nothing but the table. */
function otherProcess(table: Table): OnceKeys {
	return new OnceKeys(table, SETTLING_MS, new WriteLine());
}

/** The table as a process sees it whose connection breaks after the table's nth write of that process, before the answer. */
function losingAnswer(table: ProcessedDataTable, nth: number): Table {
	let writes = 0;
	return {
		removeProcessed: async (items) => await table.removeProcessed(items),
		async checkProcessedAndRecord(...check) {
			const answer = await table.checkProcessedAndRecord(...check);
			if (++writes === nth) throw new Error('connection terminated');
			return answer;
		},
	};
}

describe('keys that may be used once', () => {
	it('gives a key to the first only, in this execution and the next', async () => {
		const table = new ProcessedDataTable();
		const keys = new OnceKeys(table, SETTLING_MS);
		expect(await Promise.all(['a', 'b', 'a'].map(async (key) => await keys.claim(key)))).toEqual(['taken', 'taken', 'used']);
		expect(await new OnceKeys(table, SETTLING_MS).claim('b')).toBe('used');
	});

	it('takes a key again that was given back', async () => {
		const keys = new OnceKeys(new ProcessedDataTable(), SETTLING_MS);
		await keys.claim('a');
		await keys.release('a');
		expect(await keys.claim('a')).toBe('taken');
	});

	it.each([
		['the first write wins the table', [5, 12]],
		['the second write wins the table', [12, 5]],
		['both write at once', [5, 5]],
	])('two processes, the same key at the same moment: %s', async (_, delays) => {
		const table = new ProcessedDataTable([0, ...delays]);
		await table.checkProcessedAndRecord(['there is a row']);
		const claims = await Promise.all([otherProcess(table).claim('a'), otherProcess(table).claim('a')]);
		expect(claims.filter((claim) => claim === 'taken')).toHaveLength(1);
	});

	it('two processes, the very first keys of the table at the same moment', async () => {
		const table = new ProcessedDataTable([5, 5]);
		const claims = await Promise.all([otherProcess(table).claim('a'), otherProcess(table).claim('a')]);
		expect(claims.filter((claim) => claim === 'taken').length).toBeLessThanOrEqual(1);
	});

	it('two processes, different keys at the same moment: neither is lost', async () => {
		const table = new ProcessedDataTable([5, 12]);
		const [one, two] = [otherProcess(table), otherProcess(table)];
		expect(await Promise.all([one.claim('a'), two.claim('b')])).toEqual<Claim[]>(['taken', 'taken']);
		expect(await Promise.all([one.claim('b'), two.claim('a')])).toEqual<Claim[]>(['used', 'used']);
	});

	it('many keys from many processes: each key once', async () => {
		const table = new ProcessedDataTable(Array.from({ length: 400 }, (_, i) => (i * 7) % 10));
		const keys = Array.from({ length: 20 }, (_, i) => `customer ${i}`);
		const claims = await Promise.all(
			Array.from({ length: 4 }, () => otherProcess(table)).map(async (process) => await Promise.all(keys.map(async (key) => await process.claim(key)))),
		);
		const taken = keys.map((_, key) => claims.filter((ofProcess) => ofProcess[key] === 'taken').length);
		expect(Math.max(...taken)).toBe(1);
	});

	it('a database that is busy for a moment is tried again', async () => {
		const table = new ProcessedDataTable();
		const keys = new OnceKeys(table, 10);
		jest.spyOn(table, 'checkProcessedAndRecord').mockRejectedValueOnce(new Error('timeout exceeded when trying to connect'));
		expect(await keys.claim('a')).toBe('taken');
	});

	it('a write whose answer is lost wins nothing, when another process took the key at the same moment', async () => {
		const table = new ProcessedDataTable([0, 5, 12]);
		await table.checkProcessedAndRecord(['there is a row']);
		const [overwritten, other] = [otherProcess(losingAnswer(table, 2)), otherProcess(table)];
		const claims = await Promise.allSettled([overwritten.claim('a'), other.claim('a')]);
		expect(claims).toEqual([expect.objectContaining({ status: 'rejected' }), { status: 'fulfilled', value: 'taken' }]);
	});

	it.each([1, 2])('nobody is called under a key, then or later, when the answer to its write %i is lost', async (write) => {
		const table = new ProcessedDataTable();
		await table.checkProcessedAndRecord(['there is a row']);
		await expect(otherProcess(losingAnswer(table, write)).claim('a')).rejects.toThrow('the answer of the database was lost');
		expect(await otherProcess(table).claim('a')).toBe('used');
	});

	it('a database that fails is an error, and the next claim works', async () => {
		const table = new ProcessedDataTable();
		const keys = new OnceKeys(table, 10);
		const failing = jest.spyOn(table, 'checkProcessedAndRecord').mockRejectedValue(new Error('database is locked'));
		await expect(keys.claim('a')).rejects.toThrow('database is locked');
		failing.mockRestore();
		expect(await keys.claim('a')).toBe('taken');
	});
});
