import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';
import type { RestClient, SavedWorkflow } from '../sandbox/n8n/rest';
import { node, using } from '../test/e2e/bench';
import type { Bench, Measured } from './bench';
import { callRecords, postAll, type Load } from './callbacks';
import { withN8n } from './n8n';
import { median, medianRatio, quantile } from './stats';

const TOKEN = 'sandbox-callback-token';
const CONCURRENCY = 4;

interface Contestant {
	workflow: SavedWorkflow;
	url: string;
	loads: Load[];
}

async function published(n8n: RestClient, trigger: INode, query: string): Promise<Contestant> {
	const done = node('Done', 'n8n-nodes-base.noOp', {});
	const workflow = await n8n.createWorkflow({
		name: trigger.name,
		nodes: [trigger, done],
		connections: { [trigger.name]: { main: [[{ node: done.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	await n8n.publish(workflow);
	return { workflow, url: `${n8n.url}/webhook/${trigger.webhookId}/webhook${query}`, loads: [] };
}

async function baiying(n8n: RestClient): Promise<Contestant> {
	const credential = await n8n.createCredential('Baiying', 'baiyingCallbackApi', { token: TOKEN, appKey: '', appSecret: '' });
	const options = {
		allowedIps: '120.55.46.3, 42.192.127.32/27, 127.0.0.1',
		companyIds: '1, 2',
		jobIds: '1, 362574',
		finishStatuses: [0, 8],
		intentionGrades: ['A', 'B', 'C'],
		skipDuplicates: true,
	};
	const events = ['callCompleted', 'inboundCallCompleted', 'intentionChanged', 'jobStatusChanged'];
	const parameters = { authentication: 'callbackToken', events, simplify: true, options };
	const trigger = node('Baiying Trigger', 'n8n-nodes-call-center.baiyingTrigger', parameters, { ...using(credential), webhookId: randomUUID() });
	return await published(n8n, trigger, `?token=${TOKEN}`);
}

async function webhook(n8n: RestClient): Promise<Contestant> {
	const webhookId = randomUUID();
	const parameters = { httpMethod: 'POST', path: `${webhookId}/webhook`, responseMode: 'onReceived', options: {} };
	const trigger = node('Webhook', 'n8n-nodes-base.webhook', parameters, { webhookId, typeVersion: 2 });
	return await published(n8n, trigger, '');
}

/** Waits until the answered callbacks have been worked off. */
async function idle(n8n: RestClient, { workflow }: Contestant): Promise<void> {
	const atWork = async () => (await n8n.executions(workflow.id)).some(({ status }) => status === 'new' || status === 'running');
	do await wait(500);
	while (await atWork());
}

async function load(n8n: RestClient, contestant: Contestant, bodies: string[]): Promise<Load> {
	const measured = await postAll({ url: contestant.url, bodies, concurrency: CONCURRENCY });
	await idle(n8n, contestant);
	return measured;
}

/** n8n answers that a workflow is published before its webhook takes requests. */
async function reachable({ url }: Contestant, body: string): Promise<void> {
	for (let tries = 0; tries < 50; tries++) {
		const { status } = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
		if (status === 200) return;
		await wait(200);
	}
	throw new Error(`${url} does not take callbacks`);
}

function rate({ latencies, seconds }: Load): number {
	return latencies.length / seconds;
}

function measured(ours: Load[], theirs: Load[], version: string): Measured {
	const all = (loads: Load[]) => loads.flatMap(({ latencies }) => latencies);
	const row = (label: string, loads: Load[]) => [
		label,
		median(loads.map(rate)),
		...[0.5, 0.9, 0.99].map((share) => quantile(all(loads), share)),
	];
	const points = (loads: Load[]) =>
		Array.from({ length: 50 }, (_, index): [number, number] => [(index / 49) * 100, quantile(all(loads), Math.min(index / 49, 0.995))]);
	return {
		figures: [
			{ what: "Callbacks per second ÷ n8n's Webhook node", value: medianRatio(ours.map(rate), theirs.map(rate)), unit: '×', atLeast: 0.95 },
			{ what: "p99 of the answer ÷ n8n's Webhook node", value: quantile(all(ours), 0.99) / quantile(all(theirs), 0.99), unit: '×', atMost: 1.1 },
		],
		tables: [
			{
				title: `n8n ${version}, ${CONCURRENCY} callbacks at a time, ${all(ours).length} each`,
				columns: ['', 'Callbacks per second', 'p50 ms', 'p90 ms', 'p99 ms'],
				rows: [row('Baiying Trigger', ours), row('Webhook, respond immediately', theirs)],
			},
		],
		plots: [
			{
				kind: 'lines',
				file: 'trigger',
				title: 'How long a callback waits for its answer',
				x: 'share of the callbacks, %',
				y: 'ms',
				lines: [
					{ label: 'Baiying Trigger', ours: true, points: points(ours) },
					{ label: 'Webhook', points: points(theirs) },
				],
			},
		],
	};
}

async function run(n8n: RestClient, version: string, quick: boolean): Promise<Measured> {
	const [rounds, perRound] = quick ? [2, 40] : [12, 250];
	const body = callRecords();
	const bodies = (count: number) => Array.from({ length: count }, body);
	const [ours, theirs] = [await baiying(n8n), await webhook(n8n)];
	for (const contestant of [ours, theirs]) {
		await reachable(contestant, body());
		await load(n8n, contestant, bodies(perRound));
	}
	for (let round = 0; round < rounds; round++) {
		const order = round % 2 === 0 ? [ours, theirs] : [theirs, ours];
		for (const contestant of order) contestant.loads.push(await load(n8n, contestant, bodies(perRound)));
	}
	return measured(ours.loads, theirs.loads, version);
}

export const trigger: Bench = {
	name: 'trigger',
	title: 'The trigger',
	method: `Two published workflows in one real n8n, each a trigger and a No Operation node: the Baiying Trigger with callback token, allowed addresses, all filters and Skip Duplicates on, and n8n's Webhook node that responds immediately and checks nothing. Both get call records of about 90 kB with a transcript of 200 lines, every one of another call, over connections that stay open, 4 at a time. 12 rounds of 250 callbacks each, in turns and in alternating order, after a warm-up round; between the rounds n8n works off what it has taken. The rates are compared round by round (median), the p99 over all rounds. n8n keeps its defaults: SQLite, every execution saved.`,
	limits: `n8n answers after it has written the execution to its database, and that takes most of the time for both. The trigger reads the body once more from its raw bytes, since n8n's own parsing loses the last digits of 64-bit IDs, and hashes it for the delivery ID; it gives that time back by handing a smaller item to the database.`,
	run: async ({ quick }) => await withN8n(async (n8n, version) => await run(n8n, version, quick)),
};
