import type { IDataObject, INode } from 'n8n-workflow';
import type { RestClient, SavedCredential } from '../../sandbox/n8n/rest';
import { node, using } from '../../test/support/workflow';
import type { Bench } from './bench';
import type { Measured } from '../report/measured';
import { callParameters, customers } from './calls';
import { nodeSeconds, withN8n } from './n8n';
import { median, medianRatio } from '../report/stats';
import { startVendor } from './vendor';

const LATENCY_MS = 50;

interface Contestant {
	fed: INode;
	items: IDataObject[];
	/** Seconds, round by round. */
	seconds: number[];
}

function callNode(credential: SavedCredential, concurrency: number): INode {
	const parameters = { ...callParameters({ concurrency }), additionalFields: {} } as INode['parameters'];
	return node(`Concurrency ${concurrency}`, 'n8n-nodes-call-center.alibabaCloudCallCenter', parameters, using(credential));
}

/** The same call by n8n's HTTP Request node, signed by the same credential; it sends all items at once. */
function httpRequestNode(credential: SavedCredential, url: string): INode {
	const query = {
		Action: 'StartBack2BackCall',
		Version: '2020-07-01',
		InstanceId: 'ccc-test',
		Caller: '13918140000',
		Callee: '={{ $json.phone }}',
		Broker: '01021570000',
	};
	const parameters = {
		method: 'POST',
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: credential.type,
		sendQuery: true,
		queryParameters: { parameters: Object.entries(query).map(([name, value]) => ({ name, value })) },
		options: {},
	};
	return node('HTTP Request', 'n8n-nodes-base.httpRequest', parameters, { ...using(credential), typeVersion: 4.2 });
}

function telegramNode(credential: SavedCredential): INode {
	const parameters = {
		resource: 'message',
		operation: 'sendMessage',
		chatId: '={{ $json.phone }}',
		text: 'A message',
		additionalFields: { appendAttribution: false },
	};
	return node('Telegram', 'n8n-nodes-base.telegram', parameters, { ...using(credential), typeVersion: 1.2 });
}

function telegramAnswer(n: number): string {
	const chat = { id: n, type: 'private', first_name: 'Customer' };
	return JSON.stringify({ ok: true, result: { message_id: n, chat, date: 1_618_217_874, text: 'A message' } });
}

/** Measures in turns, so that a slow moment of the machine hits both. */
async function compete(n8n: RestClient, contestants: Contestant[], rounds: number): Promise<void> {
	for (const { fed, items } of contestants) await nodeSeconds(n8n, fed, items);
	for (let round = 0; round < rounds; round++) {
		for (const { fed, items, seconds } of contestants) seconds.push(await nodeSeconds(n8n, fed, items));
	}
}

interface Results {
	one: Contestant;
	telegram: Contestant;
	many: Contestant;
	http: Contestant;
}

function perItemMs({ seconds, items }: Contestant): number {
	return (median(seconds) / items.length) * 1000;
}

function idealSeconds({ items }: Contestant, concurrency: number): number {
	return (items.length / concurrency) * (LATENCY_MS / 1000);
}

function measured({ one, telegram, many, http }: Results, version: string): Measured {
	const row = (label: string, contestant: Contestant, ideal: number | string) => [
		label,
		contestant.items.length,
		median(contestant.seconds),
		perItemMs(contestant),
		ideal,
	];
	const [idealOne, idealMany] = [idealSeconds(one, 10), idealSeconds(many, 100)];
	return {
		figures: [
			{ what: 'Concurrency 10: total time ÷ ideal', value: median(one.seconds) / idealOne, unit: '×', atMost: 1.25 },
			{ what: "Times faster per item than n8n's Telegram node", value: perItemMs(telegram) / perItemMs(one), unit: '×', atLeast: 5 },
			{ what: "Concurrency 100: total time ÷ n8n's HTTP Request node", value: medianRatio(many.seconds, http.seconds), unit: '×', atMost: 1.1 },
		],
		tables: [
			{
				title: `n8n ${version}, a vendor that answers after ${LATENCY_MS} ms`,
				columns: ['', 'Items', 'Seconds', 'ms per item', 'Ideal seconds'],
				rows: [
					row('The pack, concurrency 10', one, idealOne),
					row('Telegram, one item at a time', telegram, idealSeconds(telegram, 1)),
					row('The pack, concurrency 100', many, idealMany),
					row('HTTP Request, all items at once', http, idealSeconds(http, http.items.length)),
				],
			},
		],
		plots: [
			{
				kind: 'bars',
				file: 'batches',
				title: `Time per item at a latency of ${LATENCY_MS} ms`,
				unit: 'ms',
				bars: [
					{ label: 'Telegram, one at a time', value: perItemMs(telegram) },
					{ label: 'The pack, concurrency 10', value: perItemMs(one), ours: true },
					{ label: 'The pack, concurrency 100', value: perItemMs(many), ours: true },
					{ label: 'HTTP Request, all at once', value: perItemMs(http) },
				],
			},
		],
	};
}

async function run(n8n: RestClient, version: string, quick: boolean): Promise<Measured> {
	const vendor = await startVendor({ latencyMs: LATENCY_MS });
	const telegramServer = await startVendor({ latencyMs: LATENCY_MS, body: telegramAnswer });
	try {
		const key = { accessKeyId: 'sandbox-key-id', accessKeySecret: 'sandbox-key-secret', securityToken: '', regionId: 'cn-shanghai' };
		const credential = await n8n.createCredential('Key', 'alibabaCloudAccessKeyApi', { ...key, endpoint: vendor.url });
		const bot = await n8n.createCredential('Bot', 'telegramApi', { accessToken: '1:token', baseUrl: telegramServer.url });
		const items = customers(quick ? 100 : 1000);
		const contestant = (fed: INode, count = items.length): Contestant => ({ fed, items: items.slice(0, count), seconds: [] });
		const results: Results = {
			one: contestant(callNode(credential, 10)),
			telegram: contestant(telegramNode(bot), quick ? 20 : 200),
			many: contestant(callNode(credential, 100)),
			http: contestant(httpRequestNode(credential, vendor.url)),
		};
		await compete(n8n, [results.one, results.telegram], quick ? 1 : 5);
		await compete(n8n, [results.many, results.http], quick ? 3 : 15);
		return measured(results, version);
	} finally {
		await vendor.close();
		await telegramServer.close();
	}
}

export const batches: Bench = {
	name: 'batches',
	title: 'Batches',
	run: async ({ quick }) => await withN8n(async (n8n, version) => await run(n8n, version, quick)),
};
