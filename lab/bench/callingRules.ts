import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox } from '../../sandbox';
import { postgresFromEnvironment } from '../../test/support/queue/servers';
import { OnceKeysProcess } from '../reliability/onceKeysProcess';
import { WORKFLOW } from '../reliability/onceKeysProtocol';
import { OnceKeysStore } from '../reliability/onceKeysStore';
import type { Measured } from '../report/measured';
import { median, quantile } from '../report/stats';
import type { Bench } from './bench';

/** Under which n8n's table keeps what the rules count. */
const COUNTERS = 'calling-rules';
/** A place in each limit, and one between other calls. */
const ROWS_PER_CUSTOMER = 3;

const CUSTOMERS = 100_000;
const LIST = 1000;
const IN_PARALLEL = 10;

const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const RULES = {
	timeZone: 'Asia/Shanghai',
	hours: { window: [{ days: EVERY_DAY, from: '00:00', to: '12:00' }, { days: EVERY_DAY, from: '12:00', to: '24:00' }] },
	limits: { limit: [{ calls: 1, per: 'day' }, { calls: 3, per: 'week' }] },
	minimumGapMinutes: 60,
	doNotCall: "={{ $('Items').first().json.doNotCall }}",
};

const numbers = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(8, '0')}`);

/** Milliseconds of executions of the same size, one of each kind in each round. */
interface Rounds {
	/** Of each execution. */
	items: number;
	withRules: number[];
	withKey: number[];
	alone: number[];
}

/** What guards the calls of an execution. */
interface Guarding {
	callingRules?: IDataObject;
	/** Default: true. */
	withKey?: boolean;
	/** Default: 1. */
	concurrency?: number;
}

class Cost {
	private called = 0;
	private readonly nodeId = randomUUID();
	private readonly doNotCall = numbers('+86 139-', LIST);

	constructor(
		private readonly process: OnceKeysProcess,
		private readonly store: OnceKeysStore,
		private readonly vendorUrl: string,
	) {}

	/** Leaves in the database what as many customers would have left, each called once. */
	async remember(): Promise<void> {
		await this.timed(1, { callingRules: RULES });
		await this.store.remember(this.nodeId, CUSTOMERS);
		await this.store.remember(COUNTERS, CUSTOMERS * ROWS_PER_CUSTOMER, ROWS_PER_CUSTOMER);
	}

	async rounds(count: number, items: number, concurrency: number): Promise<Rounds> {
		const rounds: Rounds = { items, withRules: [], withKey: [], alone: [] };
		for (let round = 0; round < count; round++) {
			rounds.withRules.push(await this.timed(items, { concurrency, callingRules: RULES }));
			rounds.withKey.push(await this.timed(items, { concurrency }));
			rounds.alone.push(await this.timed(items, { concurrency, withKey: false }));
		}
		return rounds;
	}

	private async timed(items: number, settings: Guarding): Promise<number> {
		const phones = numbers('138', this.called + items).slice(this.called);
		this.called += items;
		return await this.run(phones, 'called', settings);
	}

	/** An execution whose items are all on the list, so that nobody is called and nothing is looked up. */
	async listed(items: number, list: number): Promise<number> {
		const doNotCall = numbers('138', list);
		const callingRules = { doNotCall: RULES.doNotCall };
		return await this.run(Array.from({ length: items }, (_, index) => doNotCall[index % list] ?? ''), 'skipped', { callingRules }, doNotCall);
	}

	private async run(phones: string[], expected: string, { callingRules, withKey = true, concurrency = 1 }: Guarding, doNotCall = this.doNotCall): Promise<number> {
		const { nodeId, vendorUrl } = this;
		const ended = await this.process.run({ nodeId, vendorUrl, phones, concurrency, withKey, callingRules, first: { doNotCall } });
		const wrong = ended?.outcomes.find((outcome) => outcome !== expected);
		if (!ended || wrong) throw new Error(`An item that was measured ended as ${wrong ?? 'nothing'}, not as ${expected}`);
		return ended.ms;
	}
}

interface Found {
	inTurn: Rounds;
	inParallel: Rounds;
	lists: Array<{ items: number; list: number; ms: number }>;
}

/** How much longer an execution took than the other one of its round, per item. */
const beyond = (ms: number[], others: number[], items: number) => ms.map((one, round) => (one - (others[round] ?? Number.NaN)) / items);

const ofRules = ({ withRules, withKey, items }: Rounds) => beyond(withRules, withKey, items);

function row(label: string, rounds: Rounds): Array<string | number> {
	const { items, withKey, alone } = rounds;
	return [label, alone.length, items, median(alone) / items, median(beyond(withKey, alone, items)), quantile(ofRules(rounds), 0.5), quantile(ofRules(rounds), 0.95)];
}

function measured({ inTurn, inParallel, lists }: Found): Measured {
	return {
		figures: [
			{ what: 'Calling rules, one call after another: median per item beyond the key', value: median(ofRules(inTurn)), unit: 'ms', atMost: 5 },
			{ what: `Calling rules, ${IN_PARALLEL} calls in parallel: median per item beyond the key`, value: median(ofRules(inParallel)), unit: 'ms' },
		],
		tables: [
			{
				title: `PostgreSQL with ${CUSTOMERS.toLocaleString('en')} remembered customers, ms per item`,
				columns: ['', 'Rounds', 'Items each', 'The call alone', 'The key beyond it', 'The rules beyond both', 'The same, 95 % below'],
				rows: [row('One call after another', inTurn), row(`${IN_PARALLEL} calls in parallel`, inParallel)],
			},
			{
				title: 'Items that are on a do-not-call list, which an expression returns for each of them',
				columns: ['Items', 'Numbers on the list', 'Seconds', 'ms per item'],
				rows: lists.map(({ items, list, ms }) => [items, list, ms / 1000, ms / items]),
			},
		],
		plots: [],
	};
}

async function find(cost: Cost, quick: boolean): Promise<Found> {
	await cost.remember();
	await cost.rounds(5, 20, 1);
	const inTurn = await cost.rounds(quick ? 15 : 60, 20, 1);
	const inParallel = await cost.rounds(quick ? 5 : 15, 200, IN_PARALLEL);
	const lists = [];
	const items = quick ? 1000 : 10_000;
	for (const list of [1, 1000, 10_000]) lists.push({ items, list, ms: await cost.listed(items, list) });
	return { inTurn, inParallel, lists };
}

async function run(quick: boolean): Promise<Measured> {
	const store = new OnceKeysStore(postgresFromEnvironment(), WORKFLOW);
	await store.create();
	const sandbox = await startSandbox({ speed: 600 });
	try {
		const process = await OnceKeysProcess.start(store.url);
		try {
			await store.saveWorkflow();
			return measured(await find(new Cost(process, store, sandbox.alibaba.url), quick));
		} finally {
			await process.kill();
		}
	} finally {
		await sandbox.close();
		await store.drop();
	}
}

/** What calling rules cost beyond Only Once per Key. It needs a PostgreSQL, see test/support/queue/servers.ts. */
export const callingRules: Bench = {
	name: 'calling-rules',
	title: 'Calling rules',
	run: async ({ quick }) => await run(quick),
};
