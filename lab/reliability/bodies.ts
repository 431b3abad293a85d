import axios from 'axios';
import { startSandbox } from '../../sandbox';
import type { Log } from '../../sandbox/n8n/paths';
import { bytesOf } from '../fuzz/body';
import { keptBodies } from '../fuzz/corpus';
import { publishCallbackWorkflow } from './callbacks';
import type { Stage } from './stage';

export interface BodyFindings {
	requests: number;
	/** How many bodies got each status. */
	answers: Record<string, number>;
	/** Requests that got neither 200 nor a 4xx. */
	unclear: string[];
	slowestMs: number;
	/** Whether n8n took an ordinary callback afterwards. */
	alive: boolean;
}

const TYPES = ['application/json', 'text/plain', 'application/octet-stream'];

/** Sends the fuzzer's kept bodies to a real n8n over HTTP, under several content types. */
export async function bodyCampaign(stage: Stage, log: Log): Promise<BodyFindings> {
	const sandbox = await startSandbox();
	try {
		const { url } = await publishCallbackWorkflow(stage, sandbox);
		const findings: BodyFindings = { requests: 0, answers: {}, unclear: [], slowestMs: 0, alive: false };
		for (const { file, body } of keptBodies()) {
			for (const type of TYPES) {
				const from = Date.now();
				const data = bytesOf(body.pieces, body.encoding);
				const settings = { headers: { 'content-type': type }, proxy: false as const, timeout: 60_000, validateStatus: () => true };
				const status = await axios.post(url, data, settings).then((answer) => answer.status, (error: Error) => error.message);
				const ms = Date.now() - from;
				log(`  ${file} as ${type}: ${status}, ${ms} ms`);
				findings.requests += 1;
				findings.answers[status] = (findings.answers[status] ?? 0) + 1;
				findings.slowestMs = Math.max(findings.slowestMs, ms);
				if (typeof status === 'string' || status >= 500 || status < 200) findings.unclear.push(`${file} as ${type}: ${status}`);
			}
		}
		const { state } = await sandbox.baiying.deliver(url, sandbox.baiying.callback('callRecord'));
		return { ...findings, alive: state === 'delivered' };
	} finally {
		await sandbox.close();
	}
}
