import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '.';
import { demoSteps, type Step } from './demo';
import { ensureN8n } from './n8n/install';
import { installPack } from './n8n/pack';
import { startN8n, type N8nServer } from './n8n/server';

const EDITOR_PORT = 5678;
const INTERRUPTED = 130;
const STEP_TIMEOUT = 180_000;

const log = (line: string) => console.log(line);

/** Runs the steps one after another and prints each with its evidence. @returns how many failed */
async function trace(steps: Step[]): Promise<number> {
	let failed = 0;
	for (const { title, run } of steps) {
		try {
			log(`  ✓ ${title}\n      ${await inTime(run())}`);
		} catch (error) {
			failed += 1;
			log(`  ✗ ${title}\n      ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	return failed;
}

/** Vendors can be patient: an unacknowledged callback is sent again for a day. */
async function inTime<T>(work: Promise<T>): Promise<T> {
	const timeout = new AbortController();
	const late = wait(STEP_TIMEOUT, undefined, { signal: timeout.signal }).then(() => {
		throw new Error(`it did not happen within ${STEP_TIMEOUT / 1000} s`);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		timeout.abort();
		late.catch(() => undefined);
	}
}

function welcome(n8n: N8nServer, sandbox: Sandbox): string {
	return `
n8n and the three call centers are running.

  Editor      ${n8n.url}
  Login       ${n8n.login.email} / ${n8n.login.password}
  Live page   ${sandbox.page.url}   the phones that ring, who talks to whom, the callbacks

This n8n is thrown away when you stop it: export what you want to keep. Press Ctrl-C to stop.`;
}

/** Ctrl-C, a closed terminal or `kill`: ends this program at once, unless it is being waited for. */
class Interruption {
	private act: () => void = () => process.exit(INTERRUPTED);

	constructor() {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.act());
	}

	async wait(): Promise<void> {
		const leave = this.act;
		await new Promise<void>((resolve) => {
			this.act = resolve;
		});
		// A second one doesn't wait until all is cleared away.
		this.act = leave;
	}
}

async function play(n8n: N8nServer, sandbox: Sandbox, once: boolean, interruption: Interruption): Promise<number> {
	log(`\nWhat happens now (live page: ${sandbox.page.url}):\n`);
	const failed = await trace(demoSteps(sandbox, n8n.rest));
	log(failed === 0 ? '\nEvery step succeeded.' : `\n${failed} ${failed === 1 ? 'step' : 'steps'} failed.`);
	if (once) return failed;
	log(welcome(n8n, sandbox));
	await interruption.wait();
	log('\nStopping.');
	return failed;
}

/** @returns how many steps failed */
async function start(once: boolean): Promise<number> {
	const interruption = new Interruption();
	const installation = await ensureN8n(log);
	const userFolder = mkdtempSync(join(tmpdir(), 'call-center-n8n-'));
	process.once('exit', () => rmSync(userFolder, { recursive: true, force: true }));
	await installPack(userFolder, log);
	const sandbox = await startSandbox();
	try {
		log('Starting n8n (about 20 seconds)');
		const n8n = await startN8n({ installation, userFolder, port: EDITOR_PORT });
		try {
			return await play(n8n, sandbox, once, interruption);
		} finally {
			await n8n.stop();
		}
	} finally {
		await sandbox.close();
	}
}

async function main(): Promise<void> {
	const failed = await start(process.argv.includes('--once'));
	process.exit(failed === 0 ? 0 : 1);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
