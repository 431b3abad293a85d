import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import axios from 'axios';
import { lastLines } from '../../../sandbox/n8n/command';
import type { N8nInstallation } from '../../../sandbox/n8n/install';
import { SANDBOX } from '../../../sandbox/n8n/paths';

export interface ProcessOptions {
	installation: N8nInstallation;
	/** As in the compose file, e.g. `worker --concurrency=10`. */
	command: string;
	environment: Record<string, string>;
	/** Where it listens: the web server's port, a worker's health check. */
	port: number;
}

const END_WITH_PARENT = join(SANDBOX, 'n8n', 'endWithParent.js');
const BOOT_TIMEOUT = 300_000;
const STOP_TIMEOUT = 30_000;
const LOG_LIMIT = 200_000;

/** One n8n process: main, webhook processor or worker. */
export class QueueProcess {
	readonly url: string;
	logs = '';
	private readonly child: ChildProcess;

	constructor({ installation, command, environment, port }: ProcessOptions) {
		this.url = `http://127.0.0.1:${port}`;
		// A process group of its own, so that its task runner ends with it.
		const args = ['--require', END_WITH_PARENT, installation.script, ...command.split(' ')];
		this.child = spawn(installation.node, args, { env: environment, stdio: 'pipe', detached: true });
		for (const stream of [this.child.stdout, this.child.stderr]) {
			stream?.on('data', (chunk: Buffer) => {
				this.logs = (this.logs + chunk.toString()).slice(-LOG_LIMIT);
			});
		}
	}

	/** Comes back when it takes work. @throws with its last lines when it ends before that */
	async ready(): Promise<void> {
		const deadline = Date.now() + BOOT_TIMEOUT;
		while (!(await this.isReady())) {
			if (this.ended) throw new Error(`n8n ended while starting.\n${lastLines(this.logs)}`);
			if (Date.now() > deadline) {
				await this.end('SIGKILL');
				throw new Error(`n8n did not start within ${BOOT_TIMEOUT / 1000} s.\n${lastLines(this.logs)}`);
			}
			await wait(250);
		}
	}

	/** `SIGTERM` as an administrator, `SIGKILL` as a power cut. */
	async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
		if (!this.ended) {
			const exit = once(this.child, 'exit');
			this.signal(signal);
			const timer = setTimeout(() => this.signal('SIGKILL'), STOP_TIMEOUT);
			await exit;
			clearTimeout(timer);
		}
		this.signal('SIGKILL');
	}

	private async isReady(): Promise<boolean> {
		const options = { proxy: false as const, timeout: 5000, validateStatus: () => true };
		const [health, settings] = await Promise.all(
			['/healthz/readiness', '/rest/settings'].map(async (path) => await axios.get<unknown>(this.url + path, options).catch(() => undefined)),
		);
		// While the main process is starting, it answers with the text "n8n is starting up".
		return health?.status === 200 && !String(settings?.data).includes('starting up');
	}

	private get ended(): boolean {
		return this.child.exitCode !== null || this.child.signalCode !== null;
	}

	private signal(signal: NodeJS.Signals): void {
		if (this.child.pid === undefined) return;
		try {
			process.kill(-this.child.pid, signal);
		} catch {
			// The whole group has ended already.
		}
	}
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
