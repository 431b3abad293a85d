import type { IDataObject, INode } from 'n8n-workflow';
import { CurrentTable } from '../../../../support/processedTable';
import { NODE, retried, type NodeRun } from '../../../../support/runNode';
import { Vendor } from '../../support/vendor';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

let mockNow = 0;
jest.mock('../../../../../nodes/common/vendor/clock', () => ({
	wallClock: { now: () => mockNow, sleep: async (ms: number) => void (mockNow += ms) },
}));

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const DAILY = { limit: [{ calls: 1, per: 'day' }] };
const NEXT_DAY = '2026-11-22T00:00:00.000Z';
const OPEN = { window: [{ days: ['sat'], from: '09:00', to: '18:00' }] };
/** Nobody in this workflow is called, whatever the time. */
const NEVER_ON_SATURDAY = { window: [{ days: ['mon'], from: '09:00', to: '18:00' }] };

const current = new CurrentTable();

beforeAll(async () => await current.install());
beforeEach(() => {
	current.renew();
	at('10:00:00');
});

/** On a Saturday. */
function at(time: string): void {
	mockNow = Date.parse(`2026-11-21T${time}Z`);
}

const rows = () => current.table.rows.size;
const skipped = (verdict: string, nextAllowedAt: string | null = null) => ({ skipped: true, verdict, nextAllowedAt, reason: expect.stringMatching(/\w+ \w+ \w+/) });
const rulesWith = (rules: IDataObject): IDataObject => ({ timeZone: 'UTC', ...rules });
const hintsOf = ({ run }: NodeRun) => run.data.resultData.runData[NODE]?.at(-1)?.hints?.map(({ message }) => message);

describe('a request for many customers', () => {
	it('leaves out those whom the rules deny, each with an item of its own', async () => {
		const vendor = new Vendor();
		const ran = await vendor.run('addMany', 5, { callingRules: rulesWith({ doNotCall: ['1', '4'] }) });
		expect(vendor.sent).toEqual(['addMany 0+2', 'addMany 3']);
		expect(ran.outputs[0]).toEqual([
			{ json: { customer: 0, sent: 'addMany 0+2' }, pairedItem: { item: 0 } },
			{ json: skipped('doNotCall'), pairedItem: { item: 1 } },
			{ json: { customer: 2, sent: 'addMany 0+2' }, pairedItem: { item: 2 } },
			{ json: { customer: 3, sent: 'addMany 3' }, pairedItem: { item: 3 } },
			{ json: skipped('doNotCall'), pairedItem: { item: 4 } },
		]);
		expect(hintsOf(ran)).toEqual(['2 of 5 were skipped: 2 do-not-call']);
	});

	it('leaves them out of the item that stands for all', async () => {
		const vendor = new Vendor();
		const { outputs } = await vendor.run('load', 2, { callingRules: rulesWith({ doNotCall: ['0'] }) });
		expect(outputs[0]).toEqual([
			{ json: skipped('doNotCall'), pairedItem: { item: 0 } },
			{ json: { sent: 'load 1' }, pairedItem: { item: 1 } },
		]);
	});

	it('is not sent if all are denied', async () => {
		const vendor = new Vendor();
		const { json } = await vendor.run('load', 2, { callingRules: rulesWith({ hours: NEVER_ON_SATURDAY }) });
		expect(json).toEqual(Array(2).fill(skipped('outsideHours', '2026-11-23T09:00:00.000Z')));
		expect(vendor.sent).toEqual([]);
	});

	it('counts each customer, also within the request, and over executions', async () => {
		const vendor = new Vendor();
		const items = [{ customer: 1 }, { customer: 1 }, { customer: 2 }];
		const { json } = await vendor.run('addMany', 3, { items, callingRules: rulesWith({ limits: DAILY }) });
		expect(json).toEqual([expect.objectContaining({ customer: 1 }), skipped('limitReached', NEXT_DAY), expect.objectContaining({ customer: 2 })]);
		expect((await vendor.run('load', 3, { callingRules: rulesWith({ limits: DAILY }) })).json).toMatchObject([{ sent: 'load 0' }, { verdict: 'limitReached' }, { verdict: 'limitReached' }]);
	});

	it.each(['refused', 'notSent', 'throttled'] as const)('gives all places back if it was %s', async (failure) => {
		const vendor = new Vendor({ addMany: Array(20).fill(failure) });
		await vendor.run('addMany', 3, { callingRules: rulesWith({ limits: DAILY }), settings: goOn });
		expect(rows()).toBe(0);
	});

	it('keeps the places if its outcome is unknown', async () => {
		const vendor = new Vendor({ load: ['noAnswer'] });
		const { outputs } = await vendor.run('load', 2, { callingRules: rulesWith({ limits: DAILY, doNotCall: ['1'] }), settings: goOn });
		expect(outputs[0]).toMatchObject([{ json: { details: { outcome: 'unknown' } }, pairedItem: { item: 0 } }, { json: { verdict: 'doNotCall' } }]);
		expect(rows()).toBe(1);
	});

	it('gives back the place of a customer whom the vendor did not accept', async () => {
		await new Vendor({ 'reject 1': [] }).run('addMany', 3, { callingRules: rulesWith({ limits: DAILY }) });
		expect(rows()).toBe(2);
	});

	it('is asked about again when it has its turn: the hours may be over by then', async () => {
		const vendor = new Vendor({ addMany: ['throttled'] });
		at('17:59:59');
		const ran = vendor.run('addMany', 2, { callingRules: rulesWith({ hours: OPEN, limits: DAILY }) });
		expect((await ran).json).toEqual(Array(2).fill(skipped('outsideHours', '2026-11-28T09:00:00.000Z')));
		expect(vendor.sent).toEqual(['addMany 0+1']);
		expect(rows()).toBe(0);
	});

	it('goes without those whose own hours are over by then', async () => {
		const vendor = new Vendor({ addMany: ['throttled'] });
		at('17:59:59');
		const items = [{ customer: 0, until: '18:00' }, { customer: 1, until: '19:00' }];
		const hours = { window: [{ days: ['sat'], from: '09:00', to: '={{ $json.until }}' }] };
		const { json } = await vendor.run('addMany', 2, { items, callingRules: rulesWith({ hours }) });
		expect(json).toEqual([skipped('outsideHours', '2026-11-28T09:00:00.000Z'), { customer: 1, sent: 'addMany 1' }]);
	});

	it('is not sent at all if one of them is to fail the node', async () => {
		const vendor = new Vendor();
		const rules = rulesWith({ doNotCall: ['1'], limits: DAILY, outsideRules: 'error' });
		const { error } = await vendor.run('addMany', 3, { callingRules: rules });
		expect(error?.message).toBe('The customer is on the do-not-call list, so nobody was called');
		expect(vendor.sent).toEqual([]);
		expect(rows()).toBe(0);
	});

	it('goes without those that fail if the node continues', async () => {
		const vendor = new Vendor();
		const { json } = await vendor.run('load', 2, { callingRules: rulesWith({ doNotCall: ['0'], outsideRules: 'error' }), settings: goOn });
		expect(json).toMatchObject([{ details: { code: 'doNotCall', outcome: 'rejected' } }, { sent: 'load 1' }]);
	});

	it('is not sent if the database does not answer', async () => {
		const vendor = new Vendor();
		current.table.before = () => {
			throw new Error('SQLITE_BUSY');
		};
		const { error } = await vendor.run('addMany', 3, { callingRules: rulesWith({ limits: DAILY }) });
		expect(error?.message).toMatch(/could not be checked .* nobody was called/);
		expect(vendor.sent).toEqual([]);
	});

	it('is not sent in a dry run, which leaves no trace', async () => {
		const vendor = new Vendor();
		const items = [0, 1, 1].map((customer) => ({ customer }));
		const ran = await vendor.run('load', 3, { items, callingRules: rulesWith({ limits: DAILY, dryRun: true }) });
		expect(ran.json).toMatchObject([{ skipped: false, dryRun: true, reason: 'The customer would be handed over now' }, { skipped: false }, { dryRun: true, verdict: 'limitReached' }]);
		expect(hintsOf(ran)).toEqual(['1 of 3 would be skipped: 1 limit reached']);
		expect([vendor.sent, rows()]).toEqual([[], 0]);
	});

	it('of an earlier try is not sent again, and who was skipped is asked about again', async () => {
		const vendor = new Vendor({ 'addMany 3': ['refused'] });
		const callingRules = rulesWith({ hours: OPEN, limits: DAILY, doNotCall: ['1'] });
		const first = await vendor.run('addMany', 4, { callingRules });
		expect(first.error).toBeDefined();
		const second = await vendor.run('addMany', 4, { callingRules, resume: retried(first) });
		expect(vendor.sent).toEqual(['addMany 0+2', 'addMany 3', 'addMany 3']);
		expect(second.json.map(({ verdict, customer }) => verdict ?? customer)).toEqual([0, 'doNotCall', 2, 3]);
		expect(rows()).toBe(3);
	});
});

describe('an action on all items', () => {
	const callingRules = rulesWith({ limits: DAILY, doNotCall: ['1'] });
	const retry: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

	it('goes without those whom the rules deny, and outputs each of them beside its result', async () => {
		const vendor = new Vendor();
		const ran = await vendor.run('campaign', 3, { callingRules });
		expect(vendor.sent).toEqual(['make 1', 'fill 0+2', 'start 1']);
		expect(ran.outputs[0]).toEqual([
			{ json: { customers: '0+2', items: '0,2', started: true }, pairedItem: [{ item: 0 }, { item: 2 }] },
			{ json: skipped('doNotCall'), pairedItem: { item: 1 } },
		]);
		expect(hintsOf(ran)).toEqual(['1 of 3 were skipped: 1 do-not-call']);
		expect(rows()).toBe(2);
	});

	it('sends nothing if all are denied', async () => {
		const vendor = new Vendor();
		const { json } = await vendor.run('campaign', 2, { callingRules: rulesWith({ hours: NEVER_ON_SATURDAY }) });
		expect(json.map(({ verdict }) => verdict)).toEqual(['outsideHours', 'outsideHours']);
		expect(vendor.sent).toEqual([]);
	});

	it('does not let phones ring outside the hours, although it has set up everything', async () => {
		const vendor = new Vendor({ fill: ['throttled'] });
		at('17:59:59.5');
		const { json } = await vendor.run('campaign', 2, { callingRules: rulesWith({ hours: OPEN, limits: DAILY }) });
		expect(vendor.sent).toEqual(['make 1', 'fill 0+1', 'fill 0+1']);
		expect(json).toEqual([{ customers: '0+1', items: '0,1', started: 'outsideHours' }]);
		expect(rows()).toBe(2);
	});

	it('fails there if the user wants that, and a retry within the hours only starts it', async () => {
		const vendor = new Vendor({ fill: ['throttled'] });
		at('17:59:59.5');
		const rules = rulesWith({ hours: OPEN, outsideRules: 'error' });
		const first = await vendor.run('campaign', 2, { callingRules: rules });
		expect(first.error?.message).toMatch(/outside the calling hours, so nobody was called/);
		mockNow = Date.parse('2026-11-28T10:00:00Z');
		const { json } = await vendor.run('campaign', 2, { callingRules: rules, resume: retried(first) });
		expect(vendor.sent).toEqual(['make 1', 'fill 0+1', 'fill 0+1', 'start 1']);
		expect(json).toEqual([{ customers: '0+1', items: '0,1', started: true }]);
	});

	// Whatever step fails, everybody is handed over at most once, and nobody whom the rules deny.
	it.each(['make', 'fill', 'start'] as const)('continues after a refusal to %s with the same customers', async (step) => {
		const vendor = new Vendor({ [step]: ['refused'] });
		const { outputs } = await vendor.run('campaign', 3, { callingRules, settings: retry });
		expect(outputs[0]).toMatchObject([{ json: { customers: '0+2', started: true } }, { json: { verdict: 'doNotCall' } }]);
		expect(vendor.sent.filter((sent) => sent.startsWith('fill'))).toEqual(Array(step === 'fill' ? 2 : 1).fill('fill 0+2'));
		expect(rows()).toBe(2);
	});

	it.each([
		['make', 'refused', 0],
		['make', 'noAnswer', 0],
		['fill', 'refused', 0],
		['fill', 'noAnswer', 2],
		['start', 'refused', 2],
		['start', 'noAnswer', 2],
	] as const)('that failed when it was to %s (%s) keeps %s places', async (step, failure, places) => {
		const vendor = new Vendor({ [step]: [failure] });
		const { error } = await vendor.run('campaign', 3, { callingRules });
		expect(error).toBeDefined();
		expect(rows()).toBe(places);
	});

	it('hands over the same customers in a retry by hand, even if other rules would hold by then', async () => {
		const vendor = new Vendor({ start: ['refused'] });
		const first = await vendor.run('campaign', 3, { callingRules });
		const { outputs } = await vendor.run('campaign', 3, { callingRules: rulesWith({ limits: DAILY, doNotCall: ['0'] }), resume: retried(first) });
		expect(vendor.sent).toEqual(['make 1', 'fill 0+2', 'start 1', 'start 1']);
		expect(outputs[0]).toMatchObject([{ json: { customers: '0+2', started: true }, pairedItem: [{ item: 0 }, { item: 2 }] }, { json: { verdict: 'doNotCall' }, pairedItem: { item: 1 } }]);
		expect(rows()).toBe(2);
	});

	it('asks again in a retry if nobody was handed over', async () => {
		const vendor = new Vendor({ fill: ['refused'] });
		const first = await vendor.run('campaign', 3, { callingRules });
		const { json } = await vendor.run('campaign', 3, { callingRules: rulesWith({ doNotCall: ['0', '1', '2'] }), resume: retried(first) });
		expect(json.map(({ verdict, started }) => verdict ?? started)).toContain(false);
		expect(vendor.sent).toEqual(['make 1', 'fill 0+2']);
	});

	it('fails before anything is sent if one of the items is to fail the node', async () => {
		const vendor = new Vendor();
		const { error } = await vendor.run('campaign', 3, { callingRules: { ...callingRules, outsideRules: 'error' } });
		expect(error?.message).toMatch(/on the do-not-call list/);
		expect([vendor.sent, rows()]).toEqual([[], 0]);
	});

	it('says in a dry run what it would do, and leaves no trace', async () => {
		const vendor = new Vendor();
		const ran = await vendor.run('campaign', 3, { callingRules: { ...callingRules, dryRun: true } });
		expect(ran.json).toEqual([{ dryRun: true, customers: '0+2', items: '0,2' }, { ...skipped('doNotCall'), dryRun: true }]);
		expect(hintsOf(ran)).toEqual(['1 of 3 would be skipped: 1 do-not-call']);
		expect([vendor.sent, rows()]).toEqual([[], 0]);
	});
});
