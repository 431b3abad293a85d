import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n } from '../../sandbox/n8n/install';
import { installPack } from '../../sandbox/n8n/pack';
import { startN8n } from '../../sandbox/n8n/server';
import type { RunningN8n } from './shared';

/** Starts one n8n, with the pack from its packed tarball, for all test files. With E2E_N8N set they use a running one. */
export default async function setup(): Promise<void> {
	if (process.env.E2E_N8N) return;
	const log = (line: string) => process.stderr.write(`${line}\n`);
	const installation = await ensureN8n(log);
	const userFolder = await mkdtemp(join(tmpdir(), 'call-center-e2e-'));
	await installPack(userFolder, log);
	log('Starting n8n');
	const server = await startN8n({ installation, userFolder });
	const running: RunningN8n = { server, userFolder };
	Object.assign(globalThis, { runningN8n: running });
	process.env.E2E_N8N = JSON.stringify({ url: server.url, login: server.login });
}
