import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { PROJECT } from '../../sandbox/n8n/paths';

const LINES = 200;

interface Line {
	speaker: string;
	content: string;
	sceneInstanceLogId: number;
}

interface CallRecord {
	data: { data: { sceneInstance: { callInstanceId: number }; phoneLog: { phoneLogs: Line[] } } };
}

/** Bodies of Baiying's call record callback, each of a different call, with a transcript of 200 lines. */
export function callRecords(): () => string {
	const record = JSON.parse(readFileSync(join(PROJECT, 'test', 'fixtures', 'baiying', 'callRecord.json'), 'utf8')) as CallRecord;
	const { sceneInstance, phoneLog } = record.data.data;
	const [line] = phoneLog.phoneLogs;
	if (!line) throw new Error('The sample has no transcript');
	phoneLog.phoneLogs = Array.from({ length: LINES }, (_, index) => ({
		...line,
		sceneInstanceLogId: index,
		speaker: index % 2 === 0 ? 'AI' : 'ME',
		content: `${line.content} ${index}`,
	}));
	let calls = 0;
	return () => {
		sceneInstance.callInstanceId = ++calls;
		return JSON.stringify(record);
	};
}

export interface Load {
	seconds: number;
	/** Milliseconds from the request to the end of the answer. */
	latencies: number[];
}

interface LoadOptions {
	url: string;
	bodies: string[];
	headers?: Record<string, string>;
	/** How many requests are open at a time. */
	concurrency: number;
}

async function post(url: string, body: string, agent: Agent, more?: Record<string, string>): Promise<number> {
	const start = performance.now();
	const headers = { 'content-type': 'application/json;charset=utf-8', 'content-length': Buffer.byteLength(body), ...more };
	return await new Promise<number>((resolve, reject) => {
		const sent = request(url, { method: 'POST', agent, headers }, (response) => {
			response.resume();
			response.on('end', () => {
				if (response.statusCode === 200) resolve(performance.now() - start);
				else reject(new Error(`${url} answered ${response.statusCode}`));
			});
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

/** Posts all bodies over connections that stay open. */
export async function postAll({ url, bodies, headers, concurrency }: LoadOptions): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
	const latencies: number[] = [];
	let next = 0;
	const worker = async () => {
		for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) latencies.push(await post(url, body, agent, headers));
	};
	const start = performance.now();
	await Promise.all(Array.from({ length: concurrency }, worker));
	const seconds = (performance.now() - start) / 1000;
	agent.destroy();
	return { seconds, latencies };
}
