import { sleep, type IDataObject, type INodeParameters, type INodeType } from 'n8n-workflow';
import { defineAction, defineBatchAction } from '../../../../nodes/common/action/action';
import { defineWholeAction } from '../../../../nodes/common/action/whole';
import { VendorError, type Failure } from '../../../../nodes/common/vendor/errors';
import { wholeNumber } from '../../../../nodes/common/action/fields';
import { runNode, type NodeRun, type NodeToRun } from '../../../support/runNode';
import { nodeWith } from './node';

/** What the vendor does with the next request of an operation; then it answers. */
type Plan = Record<string, Failure[]>;

const fields = { customer: wholeNumber({ displayName: 'Customer', description: 'Who is called', default: 0, min: 0, max: 1000 }) };

/** A node with a vendor of its own: `dial` returns an ID, `dialAndPoll` then polls twice, `dialAndWait` waits for the end. */
export class Vendor {
	readonly sent: string[] = [];

	/** How many calls were waited for at once, at the most. */
	mostAtOnce = 0;

	private atOnce = 0;

	constructor(
		private readonly plan: Plan = {},
		private readonly concurrency = 1,
	) {}

	/** Waits for the end of a call. */
	async end(customer: unknown, canceled?: AbortSignal): Promise<string> {
		this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
		try {
			await sleep(20);
			if (this.plan.forever) await new Promise((_, stop) => canceled?.addEventListener('abort', () => stop(new Error('stopped'))));
			return await this.send('end', customer);
		} finally {
			this.atOnce -= 1;
		}
	}

	readonly send = async (operation: string, customer: unknown): Promise<string> => {
		this.sent.push(`${operation} ${String(customer)}`);
		const failure = this.plan[`${operation} ${String(customer)}`]?.shift() ?? this.plan[operation]?.shift();
		if (failure) throw new VendorError({ failure, code: 'TEST', message: 'The vendor failed' });
		return `${operation} ${String(customer)}`;
	};

	node(): INodeType {
		const { plan } = this;
		const wording = { name: 'Dial', action: 'Dial', description: 'Dials', fields, effect: 'dial' as const, dials: 'customer' };
		const dial = (operation: string) =>
			defineAction<Vendor>()({ ...wording, operation, perform: async ({ send }, { customer }) => [{ id: await send(operation, customer) }] });
		const dialAndPoll = defineAction<Vendor>()({
			...wording,
			operation: 'dialAndPoll',
			perform: async ({ send }, { customer }) => ({ results: [{ id: await send('dial', customer) }], next: 1 }),
			async follow({ send }, { customer }, _settings, from: number) {
				return { results: [{ poll: await send('poll', customer) }], next: from < 2 ? from + 1 : undefined };
			},
		});
		const dialAndWait = defineAction<Vendor>()({
			...wording,
			operation: 'dialAndWait',
			perform: async ({ send }, { customer }) => ({ results: [{ id: await send('dial', customer) }], next: { since: 'the dial' } }),
			wait: async (vendor, { customer }, { canceled }, { since }) => ({ results: [{ ended: await vendor.end(customer, canceled), since }] }),
		});
		const report = defineAction<Vendor>()({
			...wording,
			operation: 'report',
			effect: 'change',
			perform: async ({ send }, { customer }) => {
				const file = { data: Buffer.from(`File of ${customer}`).toString('base64'), mimeType: 'text/plain' };
				return [{ json: { id: await send('report', customer) }, binary: { data: file } }];
			},
		});
		const lagging = defineAction<Vendor>()({
			...wording,
			operation: 'lagging',
			effect: 'read',
			perform: async ({ send }, { customer }) => {
				await send('ask', customer);
				return { results: [], next: 1, pauseMs: 400 };
			},
			follow: async ({ send }, { customer }) => ({ results: [{ id: await send('ask again', customer) }] }),
		});
		const append = defineBatchAction<Vendor>()({
			...wording,
			operation: 'append',
			effect: 'change',
			batch: {
				size: 2,
				by: ({ customer }) => (customer < 100 ? 'one list' : 'another list'),
				async perform({ send }, values) {
					const sent = await send('append', values.map(({ customer }) => customer).join('+'));
					return values.map(({ customer }) => ({ customer, sent }));
				},
			},
		});
		const load = defineBatchAction<Vendor>()({
			...wording,
			operation: 'load',
			batch: {
				size: 2,
				answersAsOne: true,
				by: () => '',
				perform: async ({ send }, values) => [{ sent: await send('load', values.map(({ customer }) => customer).join('+')) }],
			},
		});
		const addMany = defineBatchAction<Vendor>()({
			...wording,
			operation: 'addMany',
			batch: {
				size: 3,
				by: () => '',
				async perform({ send }, values) {
					const sent = await send('addMany', values.map(({ customer }) => customer).join('+'));
					return values.map(({ customer }) => ({ customer, sent, ...(plan[`reject ${customer}`] ? { accepted: false } : {}) }));
				},
			},
		});
		const campaign = defineWholeAction<Vendor>()({
			...wording,
			operation: 'campaign',
			pairs: 'all',
			perItem: ['customer'],
			async perform({ send }, _values, items, { itemIndexes, isDryRun }, steps) {
				const customers = items.map(({ customer }) => customer).join('+');
				if (isDryRun) return [{ dryRun: true, customers, items: itemIndexes.join() }];
				await steps.once({ name: 'make', effect: 'change', send: async () => await send('make', 1) });
				if (customers === '') return [{ customers, started: false }];
				await steps.once({ name: 'fill', effect: 'dial', send: async () => await send('fill', customers) });
				const started = await steps.once<boolean | string>({
					name: 'start',
					effect: 'dial',
					send: async () => (await send('start', 1)) !== '',
					ifClosed: ({ verdict }) => String(verdict),
				});
				return [{ customers, items: itemIndexes.join(), started }];
			},
		});
		const inSteps = defineWholeAction<Vendor>()({
			...wording,
			operation: 'inSteps',
			pairs: 'all',
			perItem: ['customer'],
			async perform({ send }, _values, items, _settings, steps) {
				const count = await steps.read(async () => await send('count', items.length));
				const made = await steps.once({ name: 'make', effect: 'change', send: async () => await send('make', 1), look: async () => (plan.lost ? undefined : 'found') });
				const filled = await steps.once({ name: 'fill', effect: 'dial', send: async () => await send('fill', items.map(({ customer }) => customer).join('+')) });
				steps.hint(`made: ${made}`);
				return [{ count, made, filled }];
			},
		});
		const actions = [dial('dial'), dial('redial'), dialAndPoll, dialAndWait, report, lagging, append, load, addMany, campaign, inSteps];
		const connect = async () => ({ client: this as Vendor, concurrency: this.concurrency, requestsPerSecond: 0 });
		return nodeWith({ actions, connect }, ['customer']);
	}

	async run(operation: string, items: number, { callingRules = {}, ...rest }: Partial<NodeToRun> & { callingRules?: IDataObject } = {}): Promise<NodeRun> {
		const parameters = { resource: 'call', operation, customer: '={{ $json.customer }}', callingRules: callingRules as INodeParameters };
		return await runNode({ type: this.node(), parameters, items: Array.from({ length: items }, (_, customer) => ({ customer })), ...rest });
	}

	timesSent(operation: string, items: number): number[] {
		return Array.from({ length: items }, (_, customer) => this.sent.filter((sent) => sent === `${operation} ${customer}`).length);
	}
}
