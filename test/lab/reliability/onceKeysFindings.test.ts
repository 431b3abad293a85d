import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isPending, onceKeysFindings, outcomesOf, type Ask, type ItemOutcome, type OnceKeysFindings } from '../../../lab/reliability/onceKeysFindings';

const ask = (phone: string, ...outcomes: ItemOutcome[]): Ask => ({ process: 0, phone, outcomes });

/** The findings for phones that were called, and rang, this often. */
function find(asks: Ask[], calls: Record<string, number>, calledAgain: string[] = []): OnceKeysFindings {
	const counts = new Map(Object.entries(calls));
	return onceKeysFindings({ asks, calls: counts, rings: counts, calledAgain, seconds: 2 });
}

test('two processes with one key: one calls, the other skips', () => {
	expect(find([ask('1', 'called'), ask('1', 'skipped'), ask('2', 'called')], { 1: 1, 2: 1 })).toEqual({
		keys: 2,
		items: 3,
		calledOnce: 2,
		calledTwice: 0,
		rangTwice: 0,
		refused: 0,
		notRecorded: 0,
		interrupted: 0,
		stopped: 0,
		skipped: 1,
		skippedNobodyCalled: 0,
		skippedAfterKill: 0,
		skippedAfterOnceKey: 0,
		neverCalled: 0,
		calledUntold: 0,
		unclear: 0,
		freed: 0,
		seconds: 2,
		keysPerSecond: 1,
		examples: [],
	});
});

test('items that failed are counted by their first execution, and may be called in a later one', () => {
	const asks = [ask('1', 'refused', 'called'), ask('2', 'notRecorded', 'notRecorded', 'called'), ask('3', 'interrupted', 'called')];
	expect(find(asks, { 1: 1, 2: 1, 3: 1 })).toMatchObject({ calledOnce: 3, refused: 1, notRecorded: 1, interrupted: 1, skipped: 0, examples: [] });
});

test('a customer who is called twice', () => {
	expect(find([ask('1', 'called'), ask('1', 'called')], { 1: 2 })).toMatchObject({
		calledOnce: 0,
		calledTwice: 1,
		rangTwice: 1,
		examples: ['calledTwice 1: process 0: called; process 0: called'],
	});
});

test('a customer who is skipped though nobody called, and those of whom the first execution had warned', () => {
	const asks = [ask('1', 'skipped'), ask('2', 'refused', 'skipped'), ask('3', 'notRecorded', 'skipped'), ask('4', 'interrupted', 'skipped')];
	const examples = [
		'skippedNobodyCalled 1: process 0: skipped',
		'skippedNobodyCalled 2: process 0: refused, skipped',
		'skippedAfterOnceKey 3: process 0: notRecorded, skipped',
	];
	expect(find(asks, {})).toMatchObject({ skippedNobodyCalled: 2, skippedAfterOnceKey: 1, skippedAfterKill: 1, neverCalled: 0, examples });
});

test('a kill explains nothing of another key', () => {
	expect(find([ask('1', 'interrupted', 'called'), ask('2', 'skipped')], { 1: 1 })).toMatchObject({ skippedNobodyCalled: 1, skippedAfterKill: 0 });
});

test('a customer whose item fails again and again is never called', () => {
	expect(find([ask('1', 'notRecorded', 'notRecorded')], {})).toMatchObject({ neverCalled: 1, skippedNobodyCalled: 0 });
});

test('a call of which no item says anything, unless a kill explains it', () => {
	const asks = [ask('1', 'notRecorded', 'skipped'), ask('2', 'interrupted', 'skipped')];
	expect(find(asks, { 1: 1, 2: 1 })).toMatchObject({ calledUntold: 1, skippedNobodyCalled: 0, skippedAfterKill: 0 });
});

test('keys that are free again after they were used', () => {
	expect(find([ask('1', 'called')], { 1: 1 }, ['1'])).toMatchObject({ freed: 1, examples: ['freed 1: process 0: called'] });
});

test('an item that ended in no expected way', () => {
	expect(find([ask('1', 'unclear', 'called')], { 1: 1 })).toMatchObject({ unclear: 1 });
});

test('what has to be run again: everything that was neither called nor skipped', () => {
	const last: ItemOutcome[] = ['called', 'skipped', 'refused', 'notRecorded', 'interrupted', 'stopped', 'unclear'];
	expect(last.filter((outcome) => isPending(ask('1', 'refused', outcome)))).toEqual(['refused', 'notRecorded', 'interrupted', 'stopped', 'unclear']);
	expect(isPending(ask('1'))).toBe(true);
});

describe('how an item ended, by the output of the node', () => {
	const item = (json: IDataObject, index: number): INodeExecutionData => ({ json, pairedItem: { item: index } });
	const failed = (code: string, outcome: string) => ({ error: 'No', details: { code, outcome } });

	test('each is known by its shape', () => {
		const json = [
			{ jobId: 'job-1' },
			{ skipped: true, verdict: 'keyUsed', nextAllowedAt: null, reason: 'A call with this key was already placed' },
			failed('ONCE_KEY', 'rejected'),
			failed('Parameter.Invalid', 'rejected'),
			failed('ETIMEDOUT', 'unknown'),
			{},
		];
		expect(outcomesOf(6, json.map(item))).toEqual(['called', 'skipped', 'notRecorded', 'refused', 'unclear', 'unclear']);
	});

	test('an item belongs to the one that it was made of, and each gives exactly one', () => {
		const [first, second] = [item({ jobId: 'job-1' }, 0), item({ skipped: true }, 1)];
		expect(outcomesOf(2, [second, first])).toEqual(['called', 'skipped']);
		expect(outcomesOf(2, [first, first])).toEqual(['unclear', 'unclear']);
		expect(outcomesOf(2, [])).toEqual(['unclear', 'unclear']);
	});
});
