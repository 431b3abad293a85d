import { NodeConnectionTypes, type INode, type INodeType } from 'n8n-workflow';
import { defineAction } from '../../../nodes/common/action';
import { VendorError, type Failure } from '../../../nodes/common/errors';
import { wholeNumber } from '../../../nodes/common/fields';
import { runActions } from '../../../nodes/common/runner';
import { retried, runNode, type NodeRun, type NodeToRun } from '../../support/runNode';

/** What the vendor does with the next request of an operation; then it answers. */
type Plan = Record<string, Failure[]>;

const resource = { name: 'Call', value: 'call' };
const fields = { customer: wholeNumber({ displayName: 'Customer', description: 'Who is called', default: 0, min: 0, max: 1000 }) };

/** A node with a vendor of its own: `dial` returns an ID, `dialAndWait` then polls twice for the end. */
class Vendor {
	readonly sent: string[] = [];

	constructor(private readonly plan: Plan = {}) {}

	readonly send = async (operation: string, customer: unknown): Promise<string> => {
		this.sent.push(`${operation} ${String(customer)}`);
		const failure = this.plan[`${operation} ${String(customer)}`]?.shift() ?? this.plan[operation]?.shift();
		if (failure) throw new VendorError({ failure, code: 'TEST', message: 'The vendor failed' });
		return `${operation} ${String(customer)}`;
	};

	node(): INodeType {
		const wording = { resource, name: 'Dial', action: 'Dial', description: 'Dials', fields, effect: 'dial' as const };
		const dial = (operation: string) =>
			defineAction<Vendor>()({ ...wording, operation, perform: async ({ send }, { customer }) => [{ id: await send(operation, customer) }] });
		const dialAndWait = defineAction<Vendor>()({
			...wording,
			operation: 'dialAndWait',
			perform: async ({ send }, { customer }) => ({ results: [{ id: await send('dial', customer) }], next: 1 }),
			async follow({ send }, { customer }, _settings, from: number) {
				return { results: [{ poll: await send('poll', customer) }], next: from < 2 ? from + 1 : undefined };
			},
		});
		const actions = [dial('dial'), dial('redial'), dialAndWait];
		const connect = async () => ({ client: this as Vendor, concurrency: 1, requestsPerSecond: 0 });
		return {
			description: {
				displayName: 'Test',
				name: 'test',
				group: [],
				version: 1,
				description: '',
				defaults: {},
				inputs: [NodeConnectionTypes.Main],
				outputs: [NodeConnectionTypes.Main],
				properties: ['resource', 'operation', 'customer'].map((name) => ({ displayName: name, name, type: 'string', default: '' })),
			},
			async execute() {
				return await runActions(this, { actions, connect });
			},
		};
	}

	async run(operation: string, items: number, rest: Partial<NodeToRun> = {}): Promise<NodeRun> {
		const parameters = { resource: 'call', operation, customer: '={{ $json.customer }}' };
		return await runNode({ type: this.node(), parameters, items: Array.from({ length: items }, (_, customer) => ({ customer })), ...rest });
	}

	timesSent(operation: string, items: number): number[] {
		return Array.from({ length: items }, (_, customer) => this.sent.filter((sent) => sent === `${operation} ${customer}`).length);
	}
}

const retry: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

describe('what follows a dial', () => {
	it('is repeated without repeating the dial', async () => {
		const vendor = new Vendor({ poll: ['throttled', 'noAnswer'] });
		const { json, error } = await vendor.run('dialAndWait', 1);
		expect(error).toBeUndefined();
		expect(json).toEqual([{ id: 'dial 0' }, { poll: 'poll 0' }, { poll: 'poll 0' }]);
		expect(vendor.timesSent('dial', 1)).toEqual([1]);
	});

	it('is continued by the next try where it failed, without a second dial', async () => {
		const vendor = new Vendor({ poll: [...Array<Failure>(3).fill('noAnswer'), 'refused'] });
		const { json, error } = await vendor.run('dialAndWait', 1, { settings: retry });
		expect(error).toBeUndefined();
		expect(json.at(-1)).toEqual({ poll: 'poll 0' });
		expect(vendor.timesSent('dial', 1)).toEqual([1]);
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
