import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';
import type { RestClient, SavedWorkflow } from '../../sandbox/n8n/rest';
import { node, using } from '../../test/support/workflow';
import type { Bench } from './bench';
import type { Figure, Lines, Measured, Table } from '../report/measured';
import { callRecords, postAll, type Load } from './callbacks';
import { withN8n } from './n8n';
import { median, medianRatio, quantile } from '../report/stats';

const TOKEN = 'sandbox-callback-token';
const CONCURRENCY = 4;

const HEADER = 'x-callback-token';

/** n8n's defaults, and the one setting that saves n8n work for each callback. */
const SETTINGS = {
	defaults: {},
	lazy: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
};

const LABELS = { ours: 'Baiying Trigger', webhook: 'Webhook', checked: 'Webhook with Header Auth' };

type Name = keyof typeof LABELS;

interface Contestant {
	workflow: SavedWorkflow;
	url: string;
	headers: Record<string, string>;
}

type Loads = Record<Name, Load[]>;

async function published(n8n: RestClient, trigger: INode, headers = {}): Promise<Contestant> {
	const done = node('Done', 'n8n-nodes-base.noOp', {});
	const workflow = await n8n.createWorkflow({
		name: trigger.name,
		nodes: [trigger, done],
		connections: { [trigger.name]: { main: [[{ node: done.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	await n8n.publish(workflow);
	return { workflow, url: `${n8n.url}/webhook/${trigger.webhookId}/webhook`, headers };
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
	const settings = { ...using(credential), webhookId: randomUUID(), typeVersion: 1.1 };
	return await published(n8n, node('Baiying Trigger', 'n8n-nodes-call-center.baiyingTrigger', parameters, settings), { [HEADER]: TOKEN });
}

async function webhook(n8n: RestClient, name: string, more: object, headers = {}, settings: Partial<INode> = {}): Promise<Contestant> {
	const webhookId = randomUUID();
	const parameters = { httpMethod: 'POST', path: `${webhookId}/webhook`, responseMode: 'onReceived', options: {}, ...more };
	return await published(n8n, node(name, 'n8n-nodes-base.webhook', parameters, { webhookId, typeVersion: 2, ...settings }), headers);
}

async function contestants(n8n: RestClient): Promise<Record<Name, Contestant>> {
	const credential = await n8n.createCredential('Header', 'httpHeaderAuth', { name: HEADER, value: TOKEN });
	const checked = { authentication: 'headerAuth' };
	return {
		ours: await baiying(n8n),
		webhook: await webhook(n8n, LABELS.webhook, {}),
		checked: await webhook(n8n, LABELS.checked, checked, { [HEADER]: TOKEN }, using(credential)),
	};
}

/** Waits until n8n has finished the runs of the answered callbacks. */
async function idle(n8n: RestClient, { workflow }: Contestant): Promise<void> {
	const atWork = async () => (await n8n.executions(workflow.id)).some(({ status }) => status === 'new' || status === 'running');
	do await wait(500);
	while (await atWork());
}

async function load(n8n: RestClient, contestant: Contestant, bodies: string[]): Promise<Load> {
	const { url, headers } = contestant;
	const measured = await postAll({ url, headers, bodies, concurrency: CONCURRENCY });
	await idle(n8n, contestant);
	return measured;
}

/** n8n reports a workflow as published before its webhook accepts requests. */
async function reachable({ url, headers }: Contestant, body: string): Promise<void> {
	for (let tries = 0; tries < 50; tries++) {
		const { status } = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
		if (status === 200) return;
		await wait(200);
	}
	throw new Error(`${url} does not accept callbacks`);
}

async function run(n8n: RestClient, quick: boolean): Promise<Loads> {
	const [rounds, perRound] = quick ? [2, 40] : [9, 250];
	const body = callRecords();
	const bodies = (count: number) => Array.from({ length: count }, body);
	const all = await contestants(n8n);
	const names = Object.keys(all) as Name[];
	const loads: Loads = { ours: [], webhook: [], checked: [] };
	for (const name of names) {
		await reachable(all[name], body());
		await load(n8n, all[name], bodies(perRound));
	}
	for (let round = 0; round < rounds; round++) {
		const first = round % names.length;
		for (const name of [...names.slice(first), ...names.slice(0, first)]) {
			loads[name].push(await load(n8n, all[name], bodies(perRound)));
		}
	}
	return loads;
}

function rate({ latencies, seconds }: Load): number {
	return latencies.length / seconds;
}

function latencies(loads: Load[]): number[] {
	return loads.flatMap((load) => load.latencies);
}

function rateRatio({ ours, ...others }: Loads, peer: 'webhook' | 'checked'): number {
	return medianRatio(ours.map(rate), others[peer].map(rate));
}

function p99({ latencies }: Load): number {
	return quantile(latencies, 0.99);
}

function p99Ratio({ ours, ...others }: Loads, peer: 'webhook' | 'checked'): number {
	return medianRatio(ours.map(p99), others[peer].map(p99));
}

function tableOf(title: string, loads: Loads): Table {
	const row = (name: Name) => [
		LABELS[name],
		median(loads[name].map(rate)),
		...[0.5, 0.9, 0.99].map((share) => quantile(latencies(loads[name]), share)),
	];
	return { title, columns: ['', 'Callbacks per second', 'p50 ms', 'p90 ms', 'p99 ms'], rows: (Object.keys(LABELS) as Name[]).map(row) };
}

function plotOf(title: string, file: string, loads: Loads): Lines {
	const points = (name: Name) =>
		Array.from({ length: 50 }, (_, index): [number, number] => [
			(index / 49) * 100,
			quantile(latencies(loads[name]), Math.min(index / 49, 0.995)),
		]);
	return {
		kind: 'lines',
		file,
		title,
		x: 'share of the callbacks answered within that time (%)',
		y: 'time (ms)',
		lines: (Object.keys(LABELS) as Name[]).map((name) => ({ label: LABELS[name], ours: name === 'ours', points: points(name) })),
	};
}

function figures(when: string, loads: Loads): Figure[] {
	const rates = `callbacks per second ÷ n8n's Webhook node`;
	const times = `p99 of the answer ÷ n8n's Webhook node`;
	return [
		{ what: `${when}, ${rates} with a token check`, value: rateRatio(loads, 'checked'), unit: '×', atLeast: 0.95 },
		{ what: `${when}, ${times} with a token check`, value: p99Ratio(loads, 'checked'), unit: '×', atMost: 1.1 },
		{ what: `${when}, ${rates} that checks nothing`, value: rateRatio(loads, 'webhook'), unit: '×', atLeast: 0.95 },
		{ what: `${when}, ${times} that checks nothing`, value: p99Ratio(loads, 'webhook'), unit: '×', atMost: 1.1 },
	];
}

function measured(defaults: Loads, lazy: Loads, version: string): Measured {
	const count = latencies(defaults.ours).length;
	const under = `n8n ${version}, ${CONCURRENCY} callbacks at a time, ${count} each`;
	return {
		figures: [...figures("With n8n's defaults", defaults), ...figures('With lazy expressions', lazy)],
		tables: [tableOf(`${under}, as n8n comes`, defaults), tableOf(`${under}, N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true`, lazy)],
		plots: [
			plotOf("Time until a callback is answered, with n8n's defaults", 'trigger', defaults),
			plotOf('Time until a callback is answered, with N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true', 'trigger-lazy', lazy),
		],
	};
}

export const trigger: Bench = {
	name: 'trigger',
	title: 'The trigger',
	async run({ quick }) {
		let version = '';
		const loads = async (settings: Record<string, string>) =>
			await withN8n(async (n8n, n8nVersion) => {
				version = n8nVersion;
				return await run(n8n, quick);
			}, settings);
		const [defaults, lazy] = [await loads(SETTINGS.defaults), await loads(SETTINGS.lazy)];
		return measured(defaults, lazy, version);
	},
};
