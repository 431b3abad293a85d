import { rm } from 'node:fs/promises';
import type { RunningN8n } from './shared';

export default async function teardown(): Promise<void> {
	const { runningN8n } = globalThis as { runningN8n?: RunningN8n };
	if (!runningN8n) return;
	await runningN8n.server.stop();
	await rm(runningN8n.userFolder, { recursive: true, force: true });
}
