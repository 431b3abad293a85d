import type { INode } from 'n8n-workflow';
import { retried } from '../../../support/runNode';
import { Vendor } from '../support/vendor';

const retry: Partial<INode> = { retryOnFail: true, waitBetweenTries: 0 };

describe('a request whose answer is about all its items', () => {
	it('gives one result, paired with all of them', async () => {
		const vendor = new Vendor();
		const { outputs } = await vendor.run('load', 3);
		expect(outputs[0]).toEqual([
			{ json: { sent: 'load 0+1' }, pairedItem: [{ item: 0 }, { item: 1 }] },
			{ json: { sent: 'load 2' }, pairedItem: { item: 2 } },
		]);
	});

	it('fails as one', async () => {
		const vendor = new Vendor({ 'load 0+1': ['noAnswer'] });
		const { outputs } = await vendor.run('load', 3, { settings: { onError: 'continueRegularOutput' } });
		expect(outputs[0]).toMatchObject([{ json: { details: { outcome: 'unknown' } }, pairedItem: [{ item: 0 }, { item: 1 }] }, { json: { sent: 'load 2' } }]);
	});

	it('is not sent again after an unknown outcome, and the others are by a retry by hand', async () => {
		const vendor = new Vendor({ 'load 0+1': ['noAnswer'] });
		const first = await vendor.run('load', 3, { settings: { ...retry, maxTries: 2 } });
		const second = await vendor.run('load', 3, { resume: retried(first) });
		const { outputs } = await vendor.run('load', 3, { resume: retried(second), settings: { onError: 'continueRegularOutput' } });
		expect(vendor.sent).toEqual(['load 0+1', 'load 2']);
		expect(outputs[0]).toMatchObject([{ json: { details: { outcome: 'unknown' } }, pairedItem: [{ item: 0 }, { item: 1 }] }, { json: { sent: 'load 2' }, pairedItem: { item: 2 } }]);
	});
});

describe('an action on all items, in steps', () => {
	it('gives one result, paired with all items, and a hint', async () => {
		const { outputs, run } = await new Vendor().run('inSteps', 2);
		expect(outputs[0]).toEqual([{ json: { count: 'count 2', made: 'make 1', filled: 'fill 0+1' }, pairedItem: [{ item: 0 }, { item: 1 }] }]);
		expect(JSON.stringify(run.data.resultData.runData)).toContain('made: make 1');
	});

	it('sends nothing if the values of one item cannot be read', async () => {
		const vendor = new Vendor();
		const { error } = await vendor.run('inSteps', 2, { items: [{ customer: 1 }, { customer: 'x' }] });
		expect(error?.message).toMatch(/^Item 1: 'Customer' /);
		expect(vendor.sent).toEqual([]);
	});

	it('continues with the step that failed, and repeats no other', async () => {
		const vendor = new Vendor({ 'fill 0+1': ['refused'] });
		const { json } = await vendor.run('inSteps', 2, { settings: { ...retry, maxTries: 2 } });
		expect(vendor.sent).toEqual(['count 2', 'make 1', 'fill 0+1', 'count 2', 'fill 0+1']);
		expect(json).toMatchObject([{ made: 'make 1' }]);
	});

	it('looks whether a step took place when no answer came', async () => {
		const vendor = new Vendor({ 'make 1': ['noAnswer'] });
		expect((await vendor.run('inSteps', 2)).json).toMatchObject([{ made: 'found', filled: 'fill 0+1' }]);
		expect(vendor.sent).toEqual(['count 2', 'make 1', 'fill 0+1']);
	});

	it('never sends a step again whose outcome stays unknown, in no later try', async () => {
		const vendor = new Vendor({ 'make 1': ['noAnswer'], lost: ['noAnswer'] });
		const first = await vendor.run('inSteps', 2, { settings: { ...retry, maxTries: 2 } });
		const { outputs } = await vendor.run('inSteps', 2, { resume: retried(first), settings: { onError: 'continueRegularOutput' } });
		expect(vendor.sent).toEqual(['count 2', 'make 1', 'count 2', 'count 2']);
		expect(outputs[0]).toMatchObject([{ json: { details: { code: 'TEST', outcome: 'unknown' } }, pairedItem: [{ item: 0 }, { item: 1 }] }]);
	});
});
