import 'reflect-metadata';
import { NodeConnectionTypes, type IDataObject, type INodeType, type NodeParameterValueType } from 'n8n-workflow';
import { BaiyingOpenPlatformApi } from '../../credentials/BaiyingOpenPlatformApi.credentials';
import { authentication, options } from '../../nodes/Baiying/api/connect';
import { resources } from '../../nodes/Baiying/resources';
import { nodeProperties } from '../../nodes/common/action/properties';
import { runActions } from '../../nodes/common/run/runner';
import { startBaiying, type BaiyingVendor } from '../../sandbox/baiying';
import type { FaultKind } from '../../sandbox/faults';
import type { Log } from '../../sandbox/n8n/paths';
import { createWorld, type World } from '../../sandbox/world';
import { runNode, type NodeRun } from '../../test/support/runNode';
import { addUp, type CutFindings, type CutRun, type Scenario } from './cutFindings';

const NAME = 'Autumn';
const KINDS: FaultKind[] = ['cutBefore', 'cutAfter'];
/** A number that Baiying rejects. */
const REJECTED = '123456';
const CREATE = 'byai.openapi.calljob.create';
const IMPORT = 'byai.openapi.calljob.customer.import';
const START = 'byai.openapi.calljob.execute';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** The node without its icon and its texts, which need the whole pack. */
const node: INodeType = {
	description: {
		displayName: 'Baiying',
		name: 'baiying',
		group: ['output'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'baiyingOpenPlatformApi', required: true }],
		properties: [authentication, ...nodeProperties(resources, options)],
	},
	async execute() {
		return await runActions(this, resources);
	},
};

const parameters: Record<string, NodeParameterValueType> = {
	authentication: 'openPlatform',
	resource: 'job',
	operation: 'run',
	jobName: NAME,
	robotDefId: byId('180'),
	userPhoneIds: ['7'],
	jobType: 'manual',
	phone: '={{ $json.phone }}',
	propertyMode: 'fields',
	properties: { mappingMode: 'defineBelow', value: { 订单号: '={{ $json.order }}' } },
	onPartialImport: 'stop',
	additionalFields: { concurrencyQuota: 10 },
};

function customersOf({ customers, isPartial }: Scenario): IDataObject[] {
	const items = Array.from({ length: customers }, (_, index): IDataObject => ({ phone: String(13_900_000_000 + index), order: `A-${index}` }));
	return isPartial ? [...items.slice(1), { phone: REJECTED, order: 'A-0' }] : items;
}

interface Bench {
	world: World;
	vendor: BaiyingVendor;
	scenario: Scenario;
}

async function runOnce({ vendor, scenario }: Bench): Promise<NodeRun> {
	const settings = { onError: 'continueRegularOutput' as const, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
	const data = { baseUrl: vendor.url, tokenUrl: vendor.tokenUrl, appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret', companyId: '1', renewal: '', accessToken: '' };
	return await runNode({ type: node, credentials: [{ type: new BaiyingOpenPlatformApi(), data }], parameters, items: customersOf(scenario), settings });
}

function twice(phones: string[]): number {
	return phones.length - new Set(phones).size;
}

/** What is at the vendor after a run, and what the node says about it. */
function seen({ world, vendor }: Bench, { json }: NodeRun, cut: string, kind: FaultKind): CutRun {
	const [{ started, error, details } = {} as IDataObject] = json;
	const jobs = vendor.jobs().filter(({ jobName }) => jobName === NAME);
	const [job] = jobs;
	const sent = (operation: string) => vendor.admitted().filter((request) => request.operation === operation);
	const batches = sent(IMPORT).map(({ params }) => (params.customerInfoVOList as Array<{ phone: string }>)[0]?.phone ?? '');
	return {
		cut,
		kind,
		isStarted: started === true,
		jobs: jobs.length,
		creates: sent(CREATE).length,
		starts: sent(START).length,
		customers: job?.customers.length ?? 0,
		importedTwice: twice(job?.customers.map(({ phone }) => phone) ?? []) + twice(batches),
		rings: world.phones.rings().length,
		error: typeof error === 'string' ? error : undefined,
		namesJob: job === undefined || (details as IDataObject | undefined)?.jobId === String(job.jobId),
	};
}

/** Runs the same campaign again and again, with the line cut in another of its requests each time. */
async function cutInTurn(bench: Bench, log: Log): Promise<CutRun[]> {
	const { world, vendor } = bench;
	await runOnce(bench);
	// Each run begins without a token, so its first request asks for one.
	const requests = ['token', ...vendor.admitted().map(({ operation }) => operation)];
	const runs: CutRun[] = [];
	for (const kind of KINDS) {
		for (const [place, operation] of requests.entries()) {
			vendor.reset();
			world.phones.reset();
			world.faults.clear();
			world.faults.add({ vendor: 'baiying', kind, every: place + 1, times: 1 });
			const run = seen(bench, await runOnce(bench), `${place + 1} ${operation}`, kind);
			log(`  ${kind} ${run.cut}: ${run.error ?? 'started'}`);
			runs.push(run);
		}
	}
	return runs;
}

/** Campaigns of Baiying's node in n8n's own execution engine, with Retry on Fail, against the sandbox. */
export async function cutCampaign(log: Log, customers: number): Promise<CutFindings[]> {
	const findings: CutFindings[] = [];
	for (const isPartial of [false, true]) {
		const world = createWorld({ speed: 100 });
		const vendor = await startBaiying(world);
		const scenario = { customers, isPartial };
		const startedAt = Date.now();
		try {
			findings.push(addUp(scenario, await cutInTurn({ world, vendor, scenario }, log), Math.round((Date.now() - startedAt) / 1000)));
		} finally {
			await vendor.close();
		}
	}
	return findings;
}
