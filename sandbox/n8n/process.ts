import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lastLines } from './command';
import type { N8nInstallation } from './install';

export interface N8nProcessOptions {
	installation: N8nInstallation;
	/** n8n's command and its arguments, such as `start` or `worker --concurrency=10`. */
	command: string[];
	env: NodeJS.ProcessEnv;
	/** Whether it accepts work. */
	isReady(): Promise<boolean>;
}

const END_WITH_PARENT = join(__dirname, 'endWithParent.js');
const BOOT_TIMEOUT = 300_000;
const STOP_TIMEOUT = 30_000;
const LOG_LIMIT = 200_000;

/** One n8n process. */
export class N8nProcess {
	/** The last 200 000 characters of what it wrote. */
	logs = '';
	private readonly child: ChildProcess;

	constructor(private readonly options: N8nProcessOptions) {
		const { installation, command, env } = options;
		// A process group of its own: Ctrl-C reaches only us, and the task runner that n8n starts ends with it.
		const args = ['--require', END_WITH_PARENT, installation.script, ...command];
		this.child = spawn(installation.node, args, { env, stdio: 'pipe', detached: true });
		for (const stream of [this.child.stdout, this.child.stderr]) {
			stream?.on('data', (chunk: Buffer) => {
				this.logs = (this.logs + chunk.toString()).slice(-LOG_LIMIT);
			});
		}
	}

	/** Resolves when it accepts work. @throws with its last lines when it ends before that */
	async ready(): Promise<void> {
		const deadline = Date.now() + BOOT_TIMEOUT;
		while (!(await this.options.isReady())) {
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
		// The task runner may outlive its parent.
		this.signal('SIGKILL');
	}

	private get ended(): boolean {
		return this.child.exitCode !== null || this.child.signalCode !== null;
	}

	private signal(signal: NodeJS.Signals): void {
		if (this.child.pid === undefined) return;
		try {
			if (process.platform === 'win32') this.child.kill(signal);
			else process.kill(-this.child.pid, signal);
		} catch {
			// The whole group has ended already.
		}
	}
}

/** The wanted port if it is free, else another one. */
export async function freePort(wanted = 0): Promise<number> {
	const server = createServer();
	const listening = await new Promise<boolean>((resolve) => {
		server.once('error', () => resolve(false));
		server.listen(wanted, '127.0.0.1', () => resolve(true));
	});
	if (!listening) return await freePort();
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('The system gave no port');
	return address.port;
}
