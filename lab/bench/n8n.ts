import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject, INode } from 'n8n-workflow';
import { ensureN8n } from '../../sandbox/n8n/install';
import { installPack } from '../../sandbox/n8n/pack';
import type { RestClient } from '../../sandbox/n8n/rest';
import { startN8n } from '../../sandbox/n8n/server';
import { feeding } from '../../test/support/workflow';

const RUN_TIMEOUT_MS = 300_000;

/** Starts a fresh n8n with the pack from its tarball for the work, and stops it afterwards. */
export async function withN8n<Result>(
	work: (n8n: RestClient, version: string) => Promise<Result>,
	settings?: Record<string, string>,
): Promise<Result> {
	const log = (line: string) => process.stderr.write(`${line}\n`);
	const installation = await ensureN8n(log);
	const userFolder = await mkdtemp(join(tmpdir(), 'call-center-bench-'));
	try {
		await installPack(userFolder, log);
		log('Starting n8n');
		const server = await startN8n({ installation, userFolder, settings });
		try {
			return await work(server.rest, installation.version);
		} finally {
			await server.stop();
		}
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
}

/** Runs a node on items in a workflow of its own. @returns the node's own time as n8n recorded it, in seconds */
export async function nodeSeconds(n8n: RestClient, fed: INode, items: IDataObject[]): Promise<number> {
	const execution = await n8n.run(await n8n.createWorkflow(feeding(items, fed)), 'Items', RUN_TIMEOUT_MS);
	const [task] = execution.data.resultData.runData[fed.name] ?? [];
	const count = task?.data?.main?.[0]?.length;
	if (execution.status !== 'success' || count !== items.length) {
		throw new Error(`${fed.name}: ${execution.status}, ${count ?? 'no'} items. ${execution.data.resultData.error?.message ?? ''}`);
	}
	return (task?.executionTime ?? Number.NaN) / 1000;
}
