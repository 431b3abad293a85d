import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n } from '../../sandbox/n8n/install';
import type { EndedExecution, Execution, Order, Report } from './onceKeysProtocol';

/** n8n's variables for a process of its own on a database. */
function environmentOf({ hostname, port, pathname, username, password }: URL, userFolder: string): NodeJS.ProcessEnv {
	return {
		...process.env,
		N8N_USER_FOLDER: userFolder,
		N8N_LOG_LEVEL: 'silent',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: hostname,
		DB_POSTGRESDB_PORT: port || '5432',
		DB_POSTGRESDB_DATABASE: pathname.slice(1),
		DB_POSTGRESDB_USER: decodeURIComponent(username),
		DB_POSTGRESDB_PASSWORD: decodeURIComponent(password),
	};
}

interface Waiting {
	resolve(ended: EndedExecution | undefined): void;
	reject(error: Error): void;
}

/** A process that runs the node as an n8n worker does: with n8n's engine, and n8n's connection to the database. */
export class OnceKeysProcess {
	private orders = 0;
	private isKilled = false;
	private readonly waiting = new Map<number, Waiting>();

	private constructor(
		private readonly child: ChildProcess,
		private readonly userFolder: string,
	) {
		child.on('message', (report: Report) => {
			if (!('number' in report)) return;
			const waiting = this.waiting.get(report.number);
			this.waiting.delete(report.number);
			if ('ended' in report) waiting?.resolve(report.ended);
			else waiting?.reject(new Error(report.failed));
		});
		child.on('exit', (code) => {
			for (const { resolve, reject } of this.waiting.values()) {
				if (this.isKilled) resolve(undefined);
				else reject(new Error(`A process ended with ${code} in the middle of an execution`));
			}
		});
	}

	static async start(database: URL): Promise<OnceKeysProcess> {
		const { node } = await ensureN8n(() => undefined);
		const userFolder = await mkdtemp(join(tmpdir(), 'call-center-once-keys-'));
		const env = environmentOf(database, userFolder);
		const child = fork(join(__dirname, 'onceKeysChild.ts'), { execPath: node, execArgv: ['--import', 'tsx', '--no-deprecation'], env });
		const started = new OnceKeysProcess(child, userFolder);
		await new Promise<void>((resolve, reject) => {
			child.once('message', () => resolve());
			child.once('exit', (code) => reject(new Error(`A process ended with ${code} before it was ready`)));
		});
		return started;
	}

	get isRunning(): boolean {
		return this.child.connected;
	}

	/** @returns nothing when the process was killed before the execution ended */
	async run(execution: Execution): Promise<EndedExecution | undefined> {
		const order: Order = { number: ++this.orders, execution };
		return await new Promise((resolve, reject) => {
			this.waiting.set(order.number, { resolve, reject });
			this.child.send(order);
		});
	}

	async kill(): Promise<void> {
		this.isKilled = true;
		if (this.child.exitCode === null && this.child.signalCode === null) {
			const exited = new Promise((resolve) => this.child.once('exit', resolve));
			this.child.kill('SIGKILL');
			await exited;
		}
		await rm(this.userFolder, { recursive: true, force: true });
	}
}
