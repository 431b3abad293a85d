import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox';
import { Faults, type Fault } from '../../sandbox/faults';
import type { Log } from '../../sandbox/n8n/paths';
import type { Vendor } from '../../sandbox/phones';
import { postgresFromEnvironment } from '../../test/support/queue/servers';
import { onceKeysCosts, type OnceKeysCost } from './onceKeysCost';
import { isPending, onceKeysFindings, type Ask, type OnceKeysFindings } from './onceKeysFindings';
import { OnceKeysPool, type Settings } from './onceKeysPool';
import { WORKFLOW } from './onceKeysProtocol';
import { DatabaseProxy, type Cut } from './onceKeysProxy';
import { PLAIN, TROUBLED, type Scenario } from './onceKeysScenarios';
import { OnceKeysStore } from './onceKeysStore';
import { Random } from './random';

export interface ScenarioFindings extends OnceKeysFindings {
	scenario: string;
	processes: number;
	/** Connections to the database that broke, by how. */
	cuts: Partial<Record<Cut, number>>;
	/** Keys that n8n's database holds in the end. */
	remembered: number;
}

export interface OnceKeysCampaign {
	scenarios: ScenarioFindings[];
	costs: OnceKeysCost[];
	seconds: number;
}

/** A call takes a few hundredths of a second in the sandbox. */
const SPEED = 600;
const CALLS_END_MS = 300;
/** How often the user runs failed items again. */
const LATER_RUNS = 3;

/** Refuses calls to some phones until it is told otherwise. */
class Refusals extends Faults {
	phones = new Set<string>();

	override strike(vendor: Vendor, _operation: string, params: Record<string, string> = {}): Fault | undefined {
		return this.phones.has(params.Callee ?? '') ? { vendor, kind: 'refuse' } : undefined;
	}
}

function countOf(phones: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const phone of phones) counts.set(phone, (counts.get(phone) ?? 0) + 1);
	return counts;
}

function asksOf({ processes, keys, sameKeys = false }: Scenario): Ask[] {
	return Array.from({ length: processes * keys }, (_, index) => {
		const process = Math.floor(index / keys);
		const key = sameKeys ? index % keys : index;
		return { process, phone: `137${String(key).padStart(8, '0')}`, outcomes: [] };
	});
}

/** The vendor, the database and the processes of a scenario. */
interface Scene {
	sandbox: Sandbox;
	refusals: Refusals;
	store: OnceKeysStore;
	pool: OnceKeysPool;
	proxy?: DatabaseProxy;
	random: Random;
}

/** The items that failed are run again, with a vendor and a database that are well, as the user would do. */
async function runFailedAgain(pool: OnceKeysPool, asks: Ask[], settings: Settings): Promise<void> {
	for (let run = 0; run < LATER_RUNS && asks.some(isPending); run++) await pool.run(asks.filter(isPending), settings);
}

async function play(scenario: Scenario, { sandbox, refusals, store, pool, proxy, random }: Scene): Promise<ScenarioFindings> {
	const { alibaba, world } = sandbox;
	alibaba.reset();
	world.phones.reset();
	const asks = asksOf(scenario);
	const settings: Settings = { nodeId: randomUUID(), vendorUrl: alibaba.url, stops: scenario.stops };
	refusals.phones = new Set(asks.filter(() => random.chance(scenario.refused ?? 0)).map(({ phone }) => phone));
	const cutsBefore = { ...proxy?.cuts };
	if (proxy) proxy.trouble = scenario.trouble ?? {};
	const startedAt = performance.now();
	await pool.run(asks, settings, scenario);
	const seconds = (performance.now() - startedAt) / 1000;
	refusals.phones.clear();
	if (proxy) proxy.trouble = {};
	await pool.heal();
	await runFailedAgain(pool, asks, settings);
	await wait(CALLS_END_MS);
	const calls = countOf(alibaba.calls().map(({ callee }) => callee));
	const rings = countOf(world.phones.rings().map(({ phone }) => phone));
	const phones = [...new Set(asks.map(({ phone }) => phone))];
	await pool.run(phones.map((phone, index) => ({ process: index % scenario.processes, phone, outcomes: [] })), settings);
	const callsAfter = countOf(alibaba.calls().map(({ callee }) => callee));
	const calledAgain = phones.filter((phone) => callsAfter.get(phone) !== calls.get(phone));
	const cuts = Object.fromEntries(Object.entries(proxy?.cuts ?? {}).map(([cut, times]) => [cut, times - (cutsBefore[cut as Cut] ?? 0)]));
	const { name, processes } = scenario;
	return {
		scenario: name,
		processes,
		...onceKeysFindings({ asks, calls, rings, calledAgain, seconds }),
		cuts,
		remembered: await store.count(settings.nodeId),
	};
}

/**
 * Proves Only Once per Key with processes that share a PostgreSQL: each of them runs the node through n8n's engine, with n8n's memory of
 * processed data on a connection of its own. What rang is counted at the vendor.
 */
export async function onceKeysCampaign({ seed, only }: { seed: number; only?: string }, log: Log): Promise<OnceKeysCampaign> {
	const startedAt = performance.now();
	const random = new Random(seed);
	const store = new OnceKeysStore(postgresFromEnvironment(), WORKFLOW);
	await store.create();
	const sandbox = await startSandbox({ speed: SPEED });
	const refusals = new Refusals();
	sandbox.world.faults = refusals;
	const isWanted = ({ name }: Scenario) => only === undefined || name.includes(only);
	const scenarios: ScenarioFindings[] = [];
	const playAll = async (wanted: Scenario[], pool: OnceKeysPool, proxy?: DatabaseProxy) => {
		await store.saveWorkflow();
		for (const scenario of wanted) {
			const findings = await play(scenario, { sandbox, refusals, store, pool, proxy, random });
			log(`  ${scenario.name}: ${findings.calledOnce} of ${findings.keys} called once, ${findings.examples.length} faults shown, ${findings.seconds} s`);
			scenarios.push(findings);
		}
	};
	try {
		const costs: OnceKeysCost[] = [];
		const plain = PLAIN.filter(isWanted);
		await withPool(store.url, mostProcesses(plain), random, async (pool) => {
			await playAll(plain, pool);
			const [process] = pool.processes;
			if (process && only === undefined) costs.push(...(await onceKeysCosts(process, store, sandbox.alibaba.url)));
		});
		const troubled = TROUBLED.filter(isWanted);
		const proxy = await DatabaseProxy.open(store.url, random);
		await withPool(proxy.url, mostProcesses(troubled), random, async (pool) => await playAll(troubled, pool, proxy));
		await proxy.close();
		return { scenarios, costs, seconds: Math.round((performance.now() - startedAt) / 1000) };
	} finally {
		await sandbox.close();
		await store.drop();
	}
}

const mostProcesses = (scenarios: Scenario[]) => Math.max(0, ...scenarios.map(({ processes }) => processes));

async function withPool(database: URL, processes: number, random: Random, work: (pool: OnceKeysPool) => Promise<void>): Promise<void> {
	if (processes === 0) return;
	const pool = await OnceKeysPool.start(database, processes, random);
	try {
		await work(pool);
	} finally {
		await pool.close();
	}
}
