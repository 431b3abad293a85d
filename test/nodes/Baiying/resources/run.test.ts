import type { IDataObject, INode } from 'n8n-workflow';
import type { Api } from '../../../../nodes/Baiying/api/catalogue';
import { startBaiying, type BaiyingVendor } from '../../../../sandbox/baiying';
import type { FaultKind } from '../../../../sandbox/faults';
import { createWorld, type World } from '../../../../sandbox/world';
import { retried, runNode, type NodeRun } from '../../../support/runNode';
import { CurrentTable } from '../../../support/processedTable';
import { nodeToRun, runBaiying } from '../support/node';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const SENDERS: Record<Api, { create: string; import: string; start: string; stop: string }> = {
	openPlatform: { create: 'byai.openapi.calljob.create', import: 'byai.openapi.calljob.customer.import', start: 'byai.openapi.calljob.execute', stop: 'byai.openapi.calljob.execute' },
	hmac: { create: '/task/createTask', import: '/openapi/v2/task/importTaskCustomer', start: '/task/start', stop: '/task/stop' },
};
const APIS: Api[] = ['openPlatform', 'hmac'];
const NAME = 'Autumn';
const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const retry: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const current = new CurrentTable();
let world: World;
let vendor: BaiyingVendor;

beforeAll(async () => {
	await current.install();
	world = createWorld({ speed: 1000 });
	vendor = await startBaiying(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
	world.phones.reset();
});
afterAll(async () => await vendor.close());

const parameters: IDataObject = {
	jobName: NAME,
	robotDefId: byId('180'),
	userPhoneIds: ['7'],
	jobType: 'manual',
	phone: '={{ $json.phone }}',
	propertyMode: 'json',
	propertiesJson: '={{ { "订单号": $json.order } }}',
	onPartialImport: 'stop',
};
const customers = (count: number) => Array.from({ length: count }, (_, index): IDataObject => ({ phone: String(13_900_000_000 + index), order: `A-${index}` }));
const toRun = (api: Api, changes: IDataObject = {}, items = customers(2), settings: Partial<INode> = {}) => ({ api, resource: 'job', operation: 'run', parameters: { ...parameters, ...changes }, items, settings });
const run = async (...order: Parameters<typeof toRun>): Promise<NodeRun> => await runBaiying(vendor, toRun(...order));

const sent = (operation: string) => vendor.admitted().filter((request) => request.operation === operation);
const jobs = () => vendor.jobs().filter(({ jobName }) => jobName === NAME);

/** The numbers that rang twice. */
function calledTwice(): string[] {
	const phones = world.phones.rings().map(({ phone }) => phone);
	return phones.filter((phone, index) => phones.indexOf(phone) !== index);
}

describe.each(APIS)('%s', (api) => {
	const senders = SENDERS[api];

	it('creates, imports and starts, in this order, and returns one item for all', async () => {
		const { outputs, error } = await run(api);
		expect(error).toBeUndefined();
		const [job] = jobs();
		expect(outputs[0]).toEqual([
			{
				json: { jobId: String(job?.jobId), jobName: NAME, total: 2, imported: 2, repeated: 0, rejected: 0, started: true },
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
		]);
		expect(vendor.admitted().slice(-3).map(({ operation }) => operation)).toEqual([senders.create, senders.import, senders.start]);
		expect(job?.customers).toHaveLength(2);
	});

	// Whatever request of a run is cut, Retry on Fail ends in one of two ways: the job runs with everybody, or it exists and calls nobody.
	it.each<FaultKind>(['cutBefore', 'cutAfter', 'errorAfter', 'garbage'])('no step is done twice when a line is %s in each request in turn', async (kind) => {
		await run(api);
		// One more for the token.
		const requests = vendor.admitted().length + 1;
		expect(requests).toBeGreaterThan(8);
		for (let place = 1; place <= requests; place++) {
			vendor.reset();
			world.phones.reset();
			world.faults.add({ vendor: 'baiying', kind, every: place, times: 1 });
			const { json } = await run(api, {}, customers(3), { ...goOn, ...retry });
			const [job, ...others] = jobs();
			expect(others).toEqual([]);
			for (const operation of Object.values(senders)) expect(sent(operation).length).toBeLessThanOrEqual(1);
			if (json[0]?.started === true) {
				expect(job?.customers).toHaveLength(3);
			} else {
				expect(json[0]).toMatchObject({ error: expect.stringContaining(job ? `ob ${job.jobId}` : NAME), details: { outcome: 'unknown' } });
				expect(job?.status ?? 0).toBe(0);
				expect(world.phones.rings()).toEqual([]);
			}
			expect(calledTwice()).toEqual([]);
		}
	}, 120_000);

	it.each([
		['create', 'Baiying shows no new job named "Autumn". Nobody was imported, so nobody is called', []],
		['import', '0 of 2 customers are known to be imported, and Baiying shows 0 in it. It was not started, so it calls nobody', [0]],
		['start', '2 of 2 customers are known to be imported. Baiying shows it as notStarted', [0]],
	] as const)('says what exists when the request to %s never arrived', async (step, message, states) => {
		world.faults.add({ vendor: 'baiying', kind: 'cutBefore', operation: senders[step], times: 1 });
		const { json } = await run(api, {}, customers(2), goOn);
		expect(json[0]?.error).toContain(message);
		expect(json[0]?.details).toMatchObject({ outcome: 'unknown', jobName: NAME, ...(jobs()[0] ? { jobId: String(jobs()[0]?.jobId) } : {}) });
		expect(jobs().map(({ status }) => status)).toEqual(states);
	});

	it.each(['create', 'import', 'start'] as const)('continues after a refusal to %s, without repeating the steps before', async (step) => {
		world.faults.add({ vendor: 'baiying', kind: 'refuse', operation: senders[step], times: 1 });
		const { json } = await run(api, {}, customers(2), { ...goOn, ...retry });
		expect(json).toMatchObject([{ started: true, imported: 2 }]);
		expect(jobs()).toHaveLength(1);
		expect(sent(senders.import).length).toBe(step === 'import' ? 2 : 1);
	});

	it('a retry by hand continues with the job that exists', async () => {
		world.faults.add({ vendor: 'baiying', kind: 'refuse', operation: senders.start, times: 1 });
		const order = nodeToRun(vendor, toRun(api));
		const first = await runNode(order);
		expect(first.error?.message).toMatch(/exists, and 2 of 2 customers are known to be imported. It was not started/);
		const second = await runNode({ ...order, resume: retried(first) });
		expect(second.json).toMatchObject([{ started: true }]);
		expect([sent(senders.create), sent(senders.import), sent(senders.start)].map(({ length }) => length)).toEqual([1, 1, 2]);
	});

	describe('a partial import', () => {
		const some = [...customers(2), { phone: '123456', order: 'B' }];

		it('stops the job before it is started', async () => {
			const { json } = await run(api, {}, some, { ...goOn, ...retry });
			const [job] = jobs();
			expect(json).toEqual([
				{
					error: expect.stringContaining(`imported 2 of 3 customers into job ${job?.jobId} and rejected 1, so it was not started`),
					details: { code: 'PARTIAL_IMPORT', jobId: String(job?.jobId), jobName: NAME, total: 3, imported: 2, repeated: 0, rejected: 1, outcome: 'rejected' },
				},
			]);
			expect(job?.status).toBe(0);
			expect(world.phones.rings()).toEqual([]);
		});

		it('starts the job if the user wants that', async () => {
			expect((await run(api, { onPartialImport: 'start' }, some)).json).toMatchObject([{ total: 3, imported: 2, rejected: 1, started: true }]);
		});

		it('ends a scheduled job, which would begin on its own', async () => {
			const { json } = await run(api, { jobType: 'scheduled', startDate: '2099-01-01' }, some, goOn);
			expect(json).toMatchObject([{ error: expect.stringContaining('so it was ended'), details: { code: 'PARTIAL_IMPORT' } }]);
			expect(jobs()[0]?.status).toBe(6);
		});

		it('says so if it is not known whether a scheduled job was ended', async () => {
			world.faults.add({ vendor: 'baiying', kind: 'cutBefore', operation: senders.stop });
			const { json } = await run(api, { jobType: 'scheduled', startDate: '2099-01-01' }, some, goOn);
			expect(json[0]?.error).toMatch(/was to be stopped before its start date.*Stop the job at Baiying/);
			expect(json[0]?.details).toMatchObject({ outcome: 'unknown' });
		});
	});

	it('the same number twice is one customer, and no reason to stop', async () => {
		const { json } = await run(api, {}, [...customers(2), ...customers(1)]);
		expect(json).toMatchObject([{ total: 3, imported: 2, repeated: 1, rejected: 0, started: true }]);
	});

	it('does not start a scheduled job, which begins on its date', async () => {
		expect((await run(api, { jobType: 'scheduled', startDate: '2099-01-01' })).json).toMatchObject([{ started: false, imported: 2 }]);
		expect(jobs()[0]).toMatchObject({ status: 0, startDate: '2099-01-01' });
	});

	it.each<[string, IDataObject, RegExp]>([
		['a job of that name that has not ended', { jobName: '回访十月' }, /'Job Name' is "回访十月", and job 410\d{3} of that name has not ended/],
		['a robot that is not online', { robotDefId: byId('181') }, /'Robot' is 181, which is not online/],
		['a variable without a value', { propertiesJson: '{ "金额": "5" }' }, /Item 0: The robot's script needs a value for '订单号', and 1 more value is missing/],
		['a line of another company', { userPhoneIds: ['8888'] }, /'Line Names or IDs' holds 8888/],
		['more seats than there are', { additionalFields: { concurrencyQuota: 11 } }, /'Seats' is 11, but the company has only 10/],
	])('%s is found before anything is created', async (_, changes, message) => {
		const { error } = await run(api, changes);
		expect(error?.message).toMatch(message);
		expect(sent(senders.create)).toEqual([]);
	});

	describe('with calling rules', () => {
		const rules = (more: IDataObject = {}): IDataObject => ({ callingRules: { doNotCall: ['+86 13900000001'], limits: { limit: [{ calls: 1, per: 'week' }] }, ...more } });
		const allowed = ['13900000000', '13900000002'];

		beforeEach(() => current.renew());

		it('leaves out whom they deny, with an item of their own', async () => {
			const { outputs } = await run(api, rules(), customers(3));
			expect(outputs[0]).toEqual([
				{ json: expect.objectContaining({ total: 2, imported: 2, rejected: 0, started: true }), pairedItem: [{ item: 0 }, { item: 2 }] },
				{ json: { skipped: true, verdict: 'doNotCall', nextAllowedAt: null, reason: 'The customer is on the do-not-call list' }, pairedItem: { item: 1 } },
			]);
			expect(jobs()[0]?.customers.map(({ phone }) => phone)).toEqual(allowed);
			expect(current.table.rows.size).toBe(2);
		});

		it('calls nobody a second time in another campaign', async () => {
			await run(api, rules(), customers(3));
			const { json } = await run(api, { ...rules(), jobName: 'Winter' }, customers(3));
			expect(json.map(({ verdict }) => verdict)).toEqual(['limitReached', 'doNotCall', 'limitReached']);
			expect(sent(senders.create)).toHaveLength(1);
		});

		it('names the item that lacks a value, not its place among those who are left', async () => {
			const items = customers(3).map((item, index) => (index === 2 ? { phone: item.phone, order: '' } : item));
			const lacking = { propertiesJson: '={{ $json.order ? { "订单号": $json.order } : { "金额": "5" } }}' };
			expect((await run(api, { ...rules(), ...lacking }, items)).error?.message).toMatch(/^Item 2: The robot's script needs a value/);
			expect(current.table.rows.size).toBe(0);
		});

		it('a dry run checks the campaign as well, and leaves no trace', async () => {
			const { json } = await run(api, rules({ dryRun: true }), customers(3));
			expect(json).toEqual([
				expect.objectContaining({ dryRun: true, total: 2, estimatedMinutes: 2, started: false }),
				expect.objectContaining({ skipped: true, dryRun: true, verdict: 'doNotCall' }),
			]);
			expect(sent(senders.create)).toEqual([]);
			expect(current.table.rows.size).toBe(0);
		});

		it.each<FaultKind>(['cutBefore', 'cutAfter', 'refuse', 'garbage'])('nobody is handed over twice, or against the rules, when each request in turn meets: %s', async (kind) => {
			await run(api, rules(), customers(3));
			const requests = vendor.admitted().length + 1;
			for (let place = 1; place <= requests; place++) {
				vendor.reset();
				world.phones.reset();
				current.renew();
				world.faults.add({ vendor: 'baiying', kind, every: place, times: 1 });
				const { json } = await run(api, rules(), customers(3), { ...goOn, ...retry });
				const [job, ...others] = jobs();
				const imported = job?.customers.map(({ phone }) => phone) ?? [];
				expect(others).toEqual([]);
				expect([[], allowed]).toContainEqual(imported);
				expect(json.at(-1)?.verdict ?? json[1]?.verdict).toBe('doNotCall');
				expect(calledTwice()).toEqual([]);
				// An import that was cut before it arrived counts, because nobody can tell.
				const mayBeImported = imported.length > 0 || (job !== undefined && json.some(({ details }) => (details as IDataObject | undefined)?.outcome === 'unknown'));
				expect(current.table.rows.size).toBe(mayBeImported ? 2 : 0);
			}
		}, 120_000);
	});

	it('a dry run checks and creates nothing', async () => {
		const { json, run: data } = await run(api, { additionalFields: { dryRun: true, concurrencyQuota: 2 } }, customers(5));
		expect(json).toEqual([{ dryRun: true, jobName: NAME, total: 5, estimatedMinutes: 3, estimatedCost: api === 'openPlatform' ? 1 : null, started: false }]);
		expect(JSON.stringify(data.data.resultData.runData)).toContain('5 customers with 2 seats take about 3 minutes');
		expect(sent(senders.create)).toEqual([]);
	});
});

it('a second execution with the same name is refused while the first job has not ended', async () => {
	world.faults.add({ vendor: 'baiying', kind: 'refuse', operation: SENDERS.openPlatform.start, times: 1 });
	await run('openPlatform');
	expect((await run('openPlatform')).error?.message).toMatch(/has not ended: use another name/);
	expect(jobs()).toHaveLength(1);
});

it('finds its job by the name among jobs of that name which have ended', async () => {
	await run('openPlatform');
	const [first] = jobs();
	if (first) vendor.apis.jobs.stop(first);
	world.faults.add({ vendor: 'baiying', kind: 'cutAfter', operation: SENDERS.openPlatform.create, times: 1 });
	const { json } = await run('openPlatform', {}, customers(2), goOn);
	expect(json).toMatchObject([{ jobId: String(jobs()[1]?.jobId), started: true }]);
	expect(jobs()).toHaveLength(2);
});

it('a check that cannot be made stops the run before anything is created', async () => {
	world.faults.add({ vendor: 'baiying', kind: 'refuse', operation: 'byai.openapi.company.ai.balance', times: 1 });
	const { json } = await run('openPlatform', {}, customers(1), goOn);
	expect(json[0]).toMatchObject({ details: { outcome: 'rejected' } });
	expect(jobs()).toEqual([]);
});
