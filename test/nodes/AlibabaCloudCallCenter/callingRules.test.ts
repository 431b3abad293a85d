import { DataDeduplicationService } from 'n8n-core';
import type * as workflow from 'n8n-workflow';
import type { IDataDeduplicator, IDataObject, INode, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { ProcessedDataTable } from '../../support/processedData';
import { hintsOf } from '../../support/runNode';
import { call, phones, start, START, vendor, world } from './support';

let mockSleeps = false;
jest.mock('n8n-workflow', () => {
	const actual = jest.requireActual<typeof workflow>('n8n-workflow');
	return { ...actual, sleep: async (ms: number) => (mockSleeps ? await actual.sleep(ms) : undefined) };
});

/** The node's clock, which the pacer's pauses move on. */
let mockNow = 0;
jest.mock('../../../nodes/common/vendor/clock', () => ({
	wallClock: { now: () => mockNow, sleep: async (ms: number) => void (mockNow += ms) },
}));

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** A Saturday, 10:00 in Shanghai. */
const NOW = Date.parse('2026-11-21T02:00:00Z');

let table: ProcessedDataTable;

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
	mockNow = NOW;
	mockSleeps = false;
	await start();
});
afterAll(async () => await vendor.close());

function at(iso: string): void {
	mockNow = Date.parse(iso);
}

function hours(days: string[], from: string, to: string): IDataObject {
	return { window: [{ days, from, to }] };
}

async function callWith(callingRules: IDataObject, { items = phones(1), settings, options = {} }: { items?: IDataObject[]; settings?: Partial<INode>; options?: IDataObject } = {}) {
	return await call({ parameters: { ...START, options, callingRules: { timeZone: 'Asia/Shanghai', ...callingRules } } as INodeParameters as Record<string, NodeParameterValueType>, items, settings });
}

const placed = () => vendor.calls().map(({ callee }) => callee);
const skipped = (verdict: string, nextAllowedAt: string | null) => ({ skipped: true, verdict, nextAllowedAt, reason: expect.stringMatching(/\w+ \w+ \w+/) });

describe('calling hours', () => {
	it('skip an item and say when the customer may be called', async () => {
		const { json, error } = await callWith({ hours: hours(['mon', 'tue'], '09:00', '18:00') });
		expect(error).toBeUndefined();
		expect(json).toEqual([skipped('outsideHours', '2026-11-23T01:00:00.000Z')]);
		expect(placed()).toEqual([]);
		expect(table.rows.size).toBe(0);
	});

	it('let a call out while they last', async () => {
		const { json } = await callWith({ hours: hours(['sat'], '09:00', '18:00') });
		expect(json[0]).toMatchObject({ jobId: expect.any(String) });
	});

	it('are looked at again once the database has answered, however long that took', async () => {
		at('2026-11-21T09:59:59Z');
		table.before = () => void (mockNow += 1000);
		const rules = { hours: hours(['sat'], '09:00', '18:00'), limits: { limit: [{ calls: 1, per: 'day' }] } };
		const { json } = await callWith(rules, { options: { onceKey: '={{ $json.phone }}' } });
		expect(json).toEqual([skipped('outsideHours', '2026-11-28T01:00:00.000Z')]);
		expect(placed()).toEqual([]);
		expect(table.rows.size).toBe(0);
	});

	it('are looked at again if the item had to claim another place, and the database took its time', async () => {
		// The item is read before midnight and has its turn after midnight, on another day of its limit.
		const midnight = Date.parse('2026-11-21T16:00:00Z');
		world.faults.add({ vendor: 'alibaba', kind: 'throttle', times: 1 });
		mockNow = midnight - 500;
		table.before = () => void (mockNow += mockNow > midnight ? 10 * 60_000 : 0);
		const { json } = await callWith({ hours: hours(['sat'], '09:00', '00:15'), limits: { limit: [{ calls: 1, per: 'day' }] } });
		expect(json).toEqual([skipped('outsideHours', '2026-11-28T01:00:00.000Z')]);
		expect(placed()).toEqual([]);
		expect(table.rows.size).toBe(0);
	});

	it('are looked at again when the item has had its turn', async () => {
		// They are open when the item is read, and over when the throttled request could go out again.
		world.faults.add({ vendor: 'alibaba', kind: 'throttle', times: 1 });
		at('2026-11-21T09:59:59.5Z');
		const { json } = await callWith({ hours: hours(['sat'], '09:00', '18:00') });
		expect(json).toEqual([skipped('outsideHours', '2026-11-28T01:00:00.000Z')]);
		expect(placed()).toEqual([]);
	});

	it('make an item fail if the user wants that', async () => {
		const { error } = await callWith({ hours: hours(['mon'], '09:00', '18:00'), outsideRules: 'error' });
		expect(error?.message).toBe('It is outside the calling hours, so nobody was called. The next call is possible at 2026-11-23T01:00:00.000Z');
		const { json } = await callWith({ hours: hours(['mon'], '09:00', '18:00'), outsideRules: 'error' }, { settings: goOn });
		expect(json[0]).toMatchObject({ details: { code: 'outsideHours', outcome: 'rejected' } });
	});

	it('that cannot be read let nobody be called', async () => {
		const { json } = await callWith({ hours: hours(['sat'], '9h', '18:00') }, { settings: goOn });
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/'From' is "9h"/) });
		expect(placed()).toEqual([]);
	});
});

describe('limits', () => {
	const limits = (calls: number, per: string): IDataObject => ({ limits: { limit: [{ calls, per }] } });

	it('hold over executions, for each customer, however the number is written', async () => {
		await callWith(limits(1, 'day'));
		const [{ phone } = {}] = phones(1);
		const again = await callWith(limits(1, 'day'), { items: [{ phone: `+86 ${String(phone)}` }, ...phones(2).slice(1)] });
		expect(again.json[0]).toEqual(skipped('limitReached', '2026-11-21T16:00:00.000Z'));
		expect(again.json[1]).toMatchObject({ jobId: expect.any(String) });
		at('2026-11-21T16:00:00Z');
		expect((await callWith(limits(1, 'day'))).json[0]).toMatchObject({ jobId: expect.any(String) });
	});

	it('count within one execution', async () => {
		const items = [...phones(1), ...phones(1), ...phones(1)];
		const { json } = await callWith(limits(2, 'week'), { items });
		expect(json.filter(({ skipped: is }) => is)).toHaveLength(1);
		expect(placed()).toHaveLength(2);
	});

	it('give a place back if the call was refused, and keep it if its outcome is unknown', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', times: 1 });
		await callWith(limits(1, 'day'), { settings: goOn });
		expect(table.rows.size).toBe(0);
		world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', times: 1 });
		await callWith(limits(1, 'day'), { settings: goOn });
		expect((await callWith(limits(1, 'day'))).json).toEqual([skipped('limitReached', '2026-11-21T16:00:00.000Z')]);
	});

	it('count a call on the day on which it goes out', async () => {
		at('2026-11-21T15:59:59.500Z');
		table.before = (operation) => void (mockNow += operation === 'check' ? 400 : 0);
		const rules = { limits: { limit: [{ calls: 1, per: 'day' }, { calls: 3, per: 'week' }] } };
		expect((await callWith(rules)).json[0]).toMatchObject({ jobId: expect.any(String) });
		table.before = () => {};
		expect((await callWith(rules)).json).toEqual([skipped('limitReached', '2026-11-22T16:00:00.000Z')]);
	});

	it('let one of several items call that come with the same key, or for the same customer, at the same moment', async () => {
		const slowly = () => new Promise<void>((resolve) => setTimeout(resolve, Math.random() * 4));
		const rules = { limits: { limit: [{ calls: 3, per: 'week' }, { calls: 1, per: 'day' }] }, minimumGapMinutes: 60 };
		const items = Array.from({ length: 4 }, () => phones(1)).flat();
		mockSleeps = true;
		for (let round = 0; round < 4; round++) {
			table = new ProcessedDataTable();
			table.before = slowly;
			table.after = slowly;
			const own = await callWith(rules, { items, options: { onceKey: `={{ "${round}-" + ($itemIndex % 2) }}`, concurrency: 4 } });
			expect(own.json.filter(({ jobId }) => jobId)).toHaveLength(1);
			expect(own.json.filter(({ verdict }) => verdict === 'keyUsed').length).toBeGreaterThan(0);
			expect(placed()).toHaveLength(round + 1);
			table.before = () => {};
			expect([...table.rows.keys()].length).toBe(4);
		}
	});

	it('of nodes with other periods count together, and what they have recorded stays as it is', async () => {
		await callWith(limits(1, 'day'));
		const rows = structuredClone(table.rows);
		const rules = { limits: { limit: [{ calls: 1, per: 'day' }, { calls: 3, per: 'week' }] } };
		const { json } = await callWith(rules, { items: [...phones(1), ...phones(1), ...phones(2).slice(1)], options: { onceKey: '={{ $itemIndex }}' } });
		expect(json).toEqual([skipped('limitReached', '2026-11-21T16:00:00.000Z'), skipped('limitReached', '2026-11-21T16:00:00.000Z'), expect.objectContaining({ jobId: expect.any(String) })]);
		for (const [name, entries] of rows) expect(table.rows.get(name)).toEqual(entries);
		expect(table.rows.size).toBe(rows.size + 3);
	});

	it('name the moment from which all of them allow a call', async () => {
		const rules = { limits: { limit: [{ calls: 1, per: 'hour' }, { calls: 1, per: 'week' }, { calls: 1, per: 'day' }] } };
		at('2026-11-19T02:00:00Z');
		await callWith(rules);
		expect((await callWith(rules)).json).toEqual([skipped('limitReached', '2026-11-22T16:00:00.000Z')]);
	});

	it('name a next moment within the calling hours', async () => {
		const rules = { ...limits(1, 'day'), hours: hours(['mon', 'sat'], '09:00', '18:00') };
		await callWith(rules);
		expect((await callWith(rules)).json).toEqual([skipped('limitReached', '2026-11-23T01:00:00.000Z')]);
	});

	it('call nobody if the database does not answer', async () => {
		table.before = () => {
			throw new Error('SQLITE_BUSY');
		};
		const { json } = await callWith(limits(1, 'day'), { settings: goOn });
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/could not be checked .* nobody was called/), details: { code: 'CALLING_RULES', outcome: 'rejected' } });
		expect(placed()).toEqual([]);
	});
});

it('keeps a gap between two calls to a customer', async () => {
	const rules = { minimumGapMinutes: 60 };
	expect((await callWith(rules)).json[0]).toMatchObject({ jobId: expect.any(String) });
	at('2026-11-21T02:59:00Z');
	expect((await callWith(rules)).json).toMatchObject([{ ...skipped('gapTooShort', '2026-11-21T04:00:00.000Z'), reason: 'The customer was called less than 120 minutes ago, and the minimum gap is 60 minutes' }]);
	at('2026-11-21T03:30:00Z');
	expect((await callWith(rules)).json).toEqual([skipped('gapTooShort', '2026-11-21T04:00:00.000Z')]);
	at('2026-11-21T04:00:00Z');
	expect((await callWith(rules)).json[0]).toMatchObject({ jobId: expect.any(String) });
});

describe('the next moment', () => {
	const dayAndWeek = { limits: { limit: [{ calls: 1, per: 'day' }, { calls: 2, per: 'week' }] }, hours: hours(WEEK, '09:00', '18:00') };

	it('is after the gap, if that lasts longer than a limit', async () => {
		const rules = { limits: { limit: [{ calls: 1, per: 'hour' }] }, minimumGapMinutes: 2880, hours: hours(WEEK, '09:00', '18:00') };
		expect((await callWith(rules)).json[0]).toMatchObject({ jobId: expect.any(String) });
		const { json } = await callWith(rules);
		expect(json).toMatchObject([skipped('limitReached', '2026-11-25T01:00:00.000Z')]);
		at('2026-11-25T01:00:00Z');
		expect((await callWith(rules)).json[0]).toMatchObject({ jobId: expect.any(String) });
	});

	it('is one that a limit allows, for an item outside the calling hours as well', async () => {
		at('2026-11-17T02:00:00Z');
		await callWith(dayAndWeek);
		at('2026-11-18T02:00:00Z');
		await callWith(dayAndWeek);
		at('2026-11-18T12:00:00Z');
		expect((await callWith(dayAndWeek)).json).toEqual([skipped('outsideHours', '2026-11-23T01:00:00.000Z')]);
		expect((await callWith(dayAndWeek, { items: phones(2).slice(1) })).json).toEqual([skipped('outsideHours', '2026-11-19T01:00:00.000Z')]);
	});

	it('does not count what the item itself has claimed', async () => {
		at('2026-11-21T09:59:59Z');
		table.before = () => void (mockNow += 1000);
		const { json } = await callWith({ ...dayAndWeek, minimumGapMinutes: 60 }, { options: { onceKey: '={{ $json.phone }}' } });
		expect(json).toEqual([skipped('outsideHours', '2026-11-22T01:00:00.000Z')]);
		expect(table.rows.size).toBe(0);
	});

	it("is the same in a second try of n8n's", async () => {
		const rules = { ...dayAndWeek, limits: { limit: [{ calls: 1, per: 'day' }] }, minimumGapMinutes: 1440, outsideRules: 'error' };
		await callWith(rules);
		const { error } = await callWith(rules, { settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 } });
		expect(error?.message).toMatch(/in this day, .* The next call is possible at 2026-11-23T01:00:00.000Z/);
	});

	it('is that of the calling hours if the database does not answer', async () => {
		at('2026-11-21T12:00:00Z');
		table.before = () => {
			throw new Error('SQLITE_BUSY');
		};
		expect((await callWith(dayAndWeek)).json).toEqual([skipped('outsideHours', '2026-11-22T01:00:00.000Z')]);
	});

	it('is none if calls may never go out', async () => {
		const { json } = await callWith({ ...dayAndWeek, hours: hours(['mon'], '09:00', '18:00'), daysOff: '={{ [...Array(400).keys()].map((day) => new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10)) }}' });
		expect(json).toEqual([skipped('outsideHours', null)]);
	});
});

describe('the do-not-call list', () => {
	it('of an expression keeps its customers from being called', async () => {
		const [first, second] = phones(2);
		const { json } = await callWith({ doNotCall: [`+86 ${String(first?.phone)}`] }, { items: phones(2) });
		expect(json[0]).toEqual(skipped('doNotCall', null));
		expect(placed()).toEqual([second?.phone]);
	});

	it('may have spaces in its numbers', async () => {
		const spaced = String(phones(1)[0]?.phone).replace(/^(\d{3})(\d{4})/, '$1 $2 ');
		expect((await callWith({ doNotCall: [spaced] })).json).toEqual([skipped('doNotCall', null)]);
		expect((await callWith({ doNotCall: `13900000000, ${spaced}` })).json).toEqual([skipped('doNotCall', null)]);
		expect(placed()).toEqual([]);
	});

	it('that an expression does not return lets nobody be called', async () => {
		const { json } = await callWith({ doNotCall: '={{ $json.missing }}' }, { settings: goOn });
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/'Do Not Call'.*returns nothing/) });
		expect(placed()).toEqual([]);
	});

	it('of the vendor is read once', async () => {
		const [first] = phones(1);
		await call({ parameters: { resource: 'doNotCallNumber', operation: 'importDoNotCallNumbers', instanceId: START.instanceId, numbers: String(first?.phone) }, items: [{}] });
		const { json } = await callWith({ checkVendorList: true }, { items: phones(5) });
		expect(json[0]).toEqual(skipped('doNotCall', null));
		expect(placed()).toHaveLength(4);
		expect(vendor.admitted().filter(({ action }) => action === 'ListDoNotCallNumbers')).toHaveLength(2);
	});

	it('of the vendor that cannot be read lets nobody be called', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', operation: 'ListDoNotCallNumbers' });
		const { json } = await callWith({ checkVendorList: true }, { items: phones(2), settings: goOn });
		expect(json.map(({ error }) => error)).toEqual(Array(2).fill(expect.stringMatching(/do-not-call list could not be read, so nobody was called/)));
		expect(placed()).toEqual([]);
	});
});

it('a dry run says what would happen, and leaves no trace', async () => {
	const rules = { hours: hours(WEEK, '00:00', '24:00'), limits: { limit: [{ calls: 1, per: 'day' }] }, doNotCall: [String(phones(3)[2]?.phone)], dryRun: true };
	const items = [...phones(3), ...phones(1)];
	const done = await callWith(rules, { items, options: { onceKey: '={{ "c-" + $json.phone + $itemIndex }}' } });
	expect(done.json.map(({ verdict, skipped: is }) => verdict ?? is)).toEqual([false, false, 'doNotCall', 'limitReached']);
	expect(hintsOf(done)).toEqual(['2 of 4 would be skipped: 1 do-not-call, 1 limit reached']);
	expect(placed()).toEqual([]);
	expect(table.rows.size).toBe(0);
});

describe('with a retry plan', () => {
	const ATTEMPT = '={{ $json.attempt }}';

	async function attemptsWith(callingRules: IDataObject, items: IDataObject[], options: IDataObject = {}) {
		const retryPlan = { attempt: ATTEMPT };
		const rules = { timeZone: 'Asia/Shanghai', ...callingRules };
		const parameters = { ...START, waitFor: 'ended', waitTimeoutSeconds: 1, options, retryPlan, callingRules: rules } as INodeParameters as Record<string, NodeParameterValueType>;
		return await call({ parameters, items });
	}

	it('a skipped item says when this attempt can be made', async () => {
		const { json } = await attemptsWith({ hours: hours(['mon'], '09:00', '18:00') }, phones(1).map((item) => ({ ...item, attempt: 2 })));
		expect(json).toEqual([{ ...skipped('outsideHours', '2026-11-23T01:00:00.000Z'), nextAttempt: { number: 2, at: '2026-11-23T01:00:00.000Z' } }]);
	});

	it('a customer who may never be called has no next attempt', async () => {
		const { json } = await attemptsWith({ doNotCall: [String(phones(1)[0]?.phone)] }, phones(1));
		expect(json).toEqual([{ ...skipped('doNotCall', null), nextAttempt: null }]);
	});

	it('a dry run plans nothing', async () => {
		const { json } = await attemptsWith({ hours: hours(['mon'], '09:00', '18:00'), dryRun: true }, phones(1));
		expect(json[0]).not.toHaveProperty('nextAttempt');
	});

	it('each attempt has a key of its own', async () => {
		const [item] = phones(1);
		const onceKey = '=lead-{{ $json.phone }}';
		const verdicts = async (attempt: number) => (await attemptsWith({}, [{ ...item, attempt }], { onceKey })).json.map(({ verdict, nextAttempt }) => [verdict, nextAttempt]);
		expect(await verdicts(1)).toEqual([[undefined, null]]);
		expect(await verdicts(1)).toEqual([['keyUsed', null]]);
		expect(await verdicts(2)).toEqual([[undefined, null]]);
		expect(await verdicts(2)).toEqual([['keyUsed', null]]);
		expect(placed()).toHaveLength(2);
	});
});
