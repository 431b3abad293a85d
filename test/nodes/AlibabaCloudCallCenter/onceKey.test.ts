import { DataDeduplicationService } from 'n8n-core';
import type { IDataDeduplicator, IDataObject, INode } from 'n8n-workflow';
import { ProcessedDataTable } from '../../support/processedData';
import { hintsOf, retried } from '../../support/runNode';
import { call, phones, start, START, vendor, world } from './support';

// The test does not wait for the pauses before a database is asked again.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const retry: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
const parameters = { ...START, options: { onceKey: '={{ "campaign-" + $json.phone }}' } };

let table: ProcessedDataTable;

function timesCalled(count: number): number[] {
	return phones(count).map(({ phone }) => vendor.calls().filter(({ callee }) => callee === phone).length);
}

/** Fails the statements of one kind from the nth on, a given number of times. */
function breakDatabase(when: 'before' | 'after', kind: string, { nth = 1, times = Infinity } = {}): void {
	let statements = 0;
	table[when] = (operation) => {
		if (operation !== kind) return;
		statements += 1;
		if (statements >= nth && statements < nth + times) throw new Error('SQLITE_BUSY: database is locked');
	};
}

function repair(): void {
	table.before = () => {};
	table.after = () => {};
}

/** n8n has one table for all; here each test has its own. */
const currentTable: IDataDeduplicator = {
	checkProcessedAndRecord: async (items, scope, data, options) => await table.checkProcessedAndRecord(items, scope, data, options),
	removeProcessed: async (items, scope, data) => await table.removeProcessed(items, scope, data),
	clearAllProcessedItems: async (scope, data) => await table.clearAllProcessedItems(scope, data),
	getProcessedDataCount: async (scope, data) => await table.getProcessedDataCount(scope, data),
};

beforeAll(async () => await DataDeduplicationService.init(currentTable));
beforeEach(async () => {
	table = new ProcessedDataTable();
	await start();
});
afterAll(async () => await vendor.close());

describe('only once per key', () => {
	it('skips the customers whom an earlier execution called, and calls the others', async () => {
		const first = await call({ parameters, items: phones(2) });
		expect(first.json.map(({ jobId }) => typeof jobId)).toEqual(['string', 'string']);
		const again = await call({ parameters, items: phones(3) });
		expect(again.error).toBeUndefined();
		expect(again.json.map(({ skipped }) => skipped)).toEqual([true, true, undefined]);
		expect(again.json[0]).toEqual({ skipped: true, verdict: 'keyUsed', nextAllowedAt: null, reason: expect.stringMatching(/key was placed before/) });
		expect(timesCalled(3)).toEqual([1, 1, 1]);
	});

	it('calls the same customer once although two items name the customer, and hints at it', async () => {
		const done = await call({ parameters, items: [...phones(1), ...phones(1)], settings: { retryOnFail: true } });
		expect(done.json.filter(({ skipped }) => skipped)).toHaveLength(1);
		expect(timesCalled(1)).toEqual([1]);
		expect(hintsOf(done)).toEqual([expect.stringMatching(/^1 of the items have the same key/)]);
	});

	it('releases the key when the vendor refused, and keeps it when the outcome is unknown', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', match: { Callee: '13720000000' }, times: 1 });
		world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', match: { Callee: '13720000001' }, times: 1 });
		await call({ parameters, items: phones(2), settings: goOn });
		const again = await call({ parameters, items: phones(2), settings: goOn });
		expect(again.json[0]).toHaveProperty('jobId');
		expect(again.json[1]).toHaveProperty('skipped', true);
		expect(timesCalled(2)).toEqual([1, 1]);
	});

	it('does not call when the key cannot be recorded', async () => {
		breakDatabase('before', 'check');
		const { json } = await call({ parameters, settings: goOn });
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/could not be recorded/), details: { code: 'ONCE_KEY', outcome: 'rejected' } });
		expect(vendor.requests).toBe(0);
	});

	it('Retry on Fail calls a customer whose key was written without an answer, because the node knows the key as its own', async () => {
		breakDatabase('after', 'check', { times: 9 });
		const { json } = await call({ parameters, items: phones(1), settings: { ...retry, ...goOn } });
		expect(json[0]).toHaveProperty('jobId');
		expect(timesCalled(1)).toEqual([1]);
	});

	it('a refused call, a database that is busy for a moment, Retry on Fail: the customer is called', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', times: 1 });
		breakDatabase('before', 'clear', { times: 1 });
		const { json } = await call({ parameters, settings: { ...retry, ...goOn } });
		expect(json[0]).toHaveProperty('jobId');
		expect(timesCalled(1)).toEqual([1]);
	});

	it('a key that cannot be released is an error that says so, and a retry of the execution calls', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', times: 1 });
		breakDatabase('before', 'clear');
		const first = await call({ parameters });
		expect(first.error?.message).toMatch(/Nobody was called, but the key could not be removed/);
		expect(first.error?.context.data).toMatchObject({ code: 'ONCE_KEY' });
		repair();
		const second = await call({ parameters, resume: retried(first) });
		expect(second.json[0]).toHaveProperty('jobId');
		expect(timesCalled(1)).toEqual([1]);
	});

	it.each<[string, string, RegExp]>([
		['an object', '={{ $json }}', /'Only Once per Key' is an object or a list/],
		['nothing', '={{ $json.nothing }}', /'Only Once per Key' is empty/],
		['two expressions that found nothing', '={{ $json.none }}-{{ $json.nothing }}', /'Only Once per Key' is "/],
		['not a number', '={{ $json.none + 1 }}', /'Only Once per Key' is (not a number|empty)/],
		['a list', '={{ [1, 2] }}', /'Only Once per Key' is an object or a list/],
		['text without a letter or digit', '=--', /'Only Once per Key' is "--"/],
		['objects in a text', '=c-{{ $json }}', /.*/],
	])('%s is not a key, and nobody is called', async (_, key, message) => {
		const { json } = await call({ parameters: { ...START, options: { onceKey: key } }, items: phones(2), settings: goOn });
		expect(json.map(({ details }) => (details as IDataObject | undefined)?.code)).toEqual(['InvalidInput', 'InvalidInput']);
		expect(json[0]?.error).toMatch(message);
		expect(vendor.requests).toBe(0);
	});

	it.each([
		['a number', '={{ 42 }}'],
		['Chinese text', '=客户-{{ $json.phone }}'],
	])('%s is a key', async (_, key) => {
		const { json } = await call({ parameters: { ...START, options: { onceKey: key } } });
		expect(json[0]).toHaveProperty('jobId');
	});
});
