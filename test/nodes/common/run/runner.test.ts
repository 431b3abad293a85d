import type { INode, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../../../../nodes/common/vendor/errors';
import { retried } from '../../../support/runNode';
import { Vendor } from '../support/vendor';

const retry: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

describe('what follows a dial', () => {
	it('is repeated without repeating the dial', async () => {
		const vendor = new Vendor({ poll: ['throttled', 'noAnswer'] });
		const { json, error } = await vendor.run('dialAndPoll', 1);
		expect(error).toBeUndefined();
		expect(json).toEqual([{ id: 'dial 0' }, { poll: 'poll 0' }, { poll: 'poll 0' }]);
		expect(vendor.timesSent('dial', 1)).toEqual([1]);
	});

	it('is continued by the next try where it failed, without a second dial', async () => {
		const vendor = new Vendor({ poll: [...Array<Failure>(3).fill('noAnswer'), 'refused'] });
		const { json, error } = await vendor.run('dialAndPoll', 1, { settings: retry });
		expect(error).toBeUndefined();
		expect(json.at(-1)).toEqual({ poll: 'poll 0' });
		expect(vendor.timesSent('dial', 1)).toEqual([1]);
	});
});

describe('a read that follows a dial and fails for good', () => {
	it.each(['dialAndPoll', 'dialAndWait'])('leaves an unknown outcome and says that the call was placed (%s)', async (operation) => {
		const vendor = new Vendor({ poll: ['refused'], end: ['refused'] });
		const { error } = await vendor.run(operation, 1);
		expect(error?.message).toMatch(/The vendor failed\. The call itself was placed, and it was not placed again/);
		expect(error?.context.data).toMatchObject({ outcome: 'unknown' });
	});
});

describe('an action that waits', () => {
	it('returns what it waited for in place of what the dial returned', async () => {
		const { json } = await new Vendor().run('dialAndWait', 1);
		expect(json).toEqual([{ ended: 'end 0', since: 'the dial' }]);
	});

	it('waits for as many items at once as may run in parallel, however few requests the pacer lets out at first', async () => {
		const vendor = new Vendor({}, 30);
		const { json } = await vendor.run('dialAndWait', 60);
		expect(json).toHaveLength(60);
		expect(vendor.mostAtOnce).toBe(30);
	});

	it('waits again in the next try, and in a retry by hand, without a second dial', async () => {
		const vendor = new Vendor({ end: Array<Failure>(4).fill('refused') });
		const first = await vendor.run('dialAndWait', 1, { settings: retry });
		expect(first.error).toBeDefined();
		const second = await vendor.run('dialAndWait', 1, { resume: retried(first), settings: retry });
		expect(second.json).toEqual([{ ended: 'end 0', since: 'the dial' }]);
		expect(vendor.sent).toEqual(['dial 0', 'end 0', 'end 0', 'end 0', 'end 0', 'end 0']);
	});

	it('does not wait again for an item that has ended', async () => {
		const vendor = new Vendor({ 'end 1': ['refused'] });
		await vendor.run('dialAndWait', 2, { settings: retry });
		expect(vendor.sent).toEqual(['dial 0', 'end 0', 'dial 1', 'end 1', 'end 1']);
	});

	it('stops when the execution is canceled', async () => {
		const vendor = new Vendor({ forever: [] });
		const run = vendor.run('dialAndWait', 2, { started: ({ cancel }) => setTimeout(cancel, 100) });
		await expect(run).resolves.toMatchObject({ json: [] });
		expect(vendor.sent).toEqual(['dial 0']);
	});
});

describe('a retry by hand after an unknown outcome', () => {
	it('calls the customers who were never called, then fails and names the unknown outcomes', async () => {
		const vendor = new Vendor({ 'dial 1': ['noAnswer'] });
		const first = await vendor.run('dial', 6, { settings: retry });
		expect(first.error?.context.data).toMatchObject({ outcome: 'unknown' });
		expect(vendor.timesSent('dial', 6)).toEqual([1, 1, 0, 0, 0, 0]);
		const second = await vendor.run('dial', 6, { resume: retried(first), settings: retry });
		expect(second.error?.context).toMatchObject({ itemIndex: 1, data: { outcome: 'unknown' } });
		expect(vendor.timesSent('dial', 6)).toEqual([1, 1, 1, 1, 1, 1]);
	});

	it('stops at another unknown outcome, and the next retry continues from there', async () => {
		const vendor = new Vendor({ 'dial 1': ['noAnswer'], 'dial 3': ['noAnswer'] });
		const first = await vendor.run('dial', 6);
		const second = await vendor.run('dial', 6, { resume: retried(first), settings: retry });
		expect(second.error?.description).toMatch(/Also failed: item 3 \(outcome unknown\)/);
		expect(vendor.timesSent('dial', 6)).toEqual([1, 1, 1, 1, 0, 0]);
		await vendor.run('dial', 6, { resume: retried(second) });
		expect(vendor.timesSent('dial', 6)).toEqual([1, 1, 1, 1, 1, 1]);
	});
});

it('a retry with another operation does not return the results of the first one', async () => {
	const vendor = new Vendor({ 'dial 1': ['refused'] });
	const first = await vendor.run('dial', 2);
	const second = await vendor.run('redial', 2, { resume: retried(first) });
	expect(second.json).toEqual([{ id: 'redial 0' }, { id: 'redial 1' }]);
});

describe('files', () => {
	const fileOf = (item: INodeExecutionData | undefined) => Buffer.from(item?.binary?.data?.data ?? '', 'base64').toString();

	it('come out with the item that they belong to', async () => {
		const { outputs } = await new Vendor().run('report', 2);
		expect(outputs[0]?.map((item) => [item.json, fileOf(item), item.pairedItem])).toEqual([
			[{ id: 'report 0' }, 'File of 0', { item: 0 }],
			[{ id: 'report 1' }, 'File of 1', { item: 1 }],
		]);
	});

	it('are still there after a retry by hand, without a second request', async () => {
		const vendor = new Vendor({ 'report 1': ['refused'] });
		const second = await vendor.run('report', 2, { resume: retried(await vendor.run('report', 2)) });
		expect(second.outputs[0]?.map(fileOf)).toEqual(['File of 0', 'File of 1']);
		expect(vendor.timesSent('report', 2)).toEqual([1, 2]);
	});
});

describe('a pause before the next request', () => {
	it('lets the other items send theirs', async () => {
		const vendor = new Vendor({}, 2);
		const startedAt = Date.now();
		const { json } = await vendor.run('lagging', 2);
		expect(vendor.sent).toEqual(['ask 0', 'ask 1', 'ask again 0', 'ask again 1']);
		expect(json).toEqual([{ id: 'ask again 0' }, { id: 'ask again 1' }]);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(390);
	});

	it('ends when the execution is canceled, and nothing more is sent', async () => {
		const vendor = new Vendor();
		await vendor.run('lagging', 2, { started: ({ cancel }) => setTimeout(cancel, 150) });
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(vendor.sent).toEqual(['ask 0']);
	});
});

describe('many items in one request', () => {
	it('are sent together, each with a result of its own, paired with it', async () => {
		const vendor = new Vendor();
		const { outputs } = await vendor.run('append', 0, { items: [{ customer: 1 }, { customer: 100 }, { customer: 2 }, { customer: 3 }] });
		expect(vendor.sent).toEqual(['append 1+2', 'append 100', 'append 3']);
		expect(outputs[0]).toEqual([
			{ json: { customer: 1, sent: 'append 1+2' }, pairedItem: { item: 0 } },
			{ json: { customer: 100, sent: 'append 100' }, pairedItem: { item: 1 } },
			{ json: { customer: 2, sent: 'append 1+2' }, pairedItem: { item: 2 } },
			{ json: { customer: 3, sent: 'append 3' }, pairedItem: { item: 3 } },
		]);
	});

	it('that cannot be read fail alone', async () => {
		const vendor = new Vendor();
		const items = [{ customer: 'nobody' }, { customer: 1 }, { customer: 2 }];
		const { json } = await vendor.run('append', 0, { items, settings: { onError: 'continueRegularOutput' } });
		expect(json).toEqual([expect.objectContaining({ error: expect.stringMatching(/'Customer' is "nobody"/) }), ...[1, 2].map((customer) => ({ customer, sent: 'append 1+2' }))]);
	});

	it('are not sent again after an unknown outcome, and those of another request are', async () => {
		const vendor = new Vendor({ 'append 2+3': ['noAnswer'], 'append 4+5': ['refused'] });
		const first = await vendor.run('append', 6, { settings: retry });
		expect(first.error?.context.data).toMatchObject({ outcome: 'unknown' });
		const second = await vendor.run('append', 6, { resume: retried(first) });
		expect(second.error?.description).toMatch(/Also failed: item 3 \(outcome unknown\)/);
		const third = await vendor.run('append', 6, { resume: retried(second), settings: { onError: 'continueRegularOutput' } });
		expect(third.json.map(({ details }) => (details ? 'unknown' : 'done'))).toEqual(['done', 'done', 'unknown', 'unknown', 'done', 'done']);
		expect(vendor.sent).toEqual(['append 0+1', 'append 2+3', 'append 4+5', 'append 4+5']);
	});
});
