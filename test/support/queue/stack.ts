import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureN8n, type N8nInstallation } from '../../../sandbox/n8n/install';
import { installPack } from '../../../sandbox/n8n/pack';
import type { Log } from '../../../sandbox/n8n/paths';
import { freePort } from '../../../sandbox/n8n/process';
import { RestClient } from '../../../sandbox/n8n/rest';
import { composeServices, type Service } from './compose';
import { QueueProcess } from './process';
import { createDatabase, dropDatabase, serversFromEnvironment, type Servers } from './servers';

const OWNER = { email: 'owner@queue.example', password: 'Queue-password-1' };

export interface StackOptions {
	/** Default: 2. */
	workers?: number;
	/** How many executions a worker runs at once. Default: that of the compose file. */
	workerConcurrency?: number;
	/** Laid over the environment of every process. */
	environment?: Record<string, string>;
}

/** Starts n8n in queue mode as deploy/queue-mode/compose.yaml does, but as processes of this machine. Takes a minute or more. */
export async function startStack({ workers = 2, workerConcurrency, environment = {} }: StackOptions = {}): Promise<Stack> {
	const servers = serversFromEnvironment();
	const log = (line: string) => process.stderr.write(`${line}\n`);
	const installation = await ensureN8n(log);
	const folder = await mkdtemp(join(tmpdir(), 'call-center-queue-'));
	const variables: Record<string, string> = workerConcurrency === undefined ? {} : { WORKER_CONCURRENCY: String(workerConcurrency) };
	const stack = new Stack(installation, servers, folder, variables, environment);
	try {
		await stack.start(workers, log);
		return stack;
	} catch (error) {
		await stack.stop();
		throw error;
	}
}

/** n8n's main process, two webhook processors and workers, on a database of their own. */
export class Stack {
	readonly name = `call_center_queue_${randomBytes(4).toString('hex')}`;
	readonly workers: QueueProcess[] = [];
	/** The addresses of the webhook processors. */
	readonly processors: string[] = [];
	private readonly processes: QueueProcess[] = [];
	private readonly services: Record<string, Service>;
	private client?: RestClient;

	constructor(
		private readonly installation: N8nInstallation,
		readonly servers: Servers,
		private readonly folder: string,
		variables: Record<string, string>,
		private readonly environment: Record<string, string>,
	) {
		this.services = composeServices({
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			POSTGRES_PASSWORD: decodeURIComponent(servers.postgres.password) || 'none',
			REDIS_PASSWORD: decodeURIComponent(servers.redis.password) || 'none',
			N8N_DOMAIN: 'n8n.example',
			...variables,
		});
	}

	/** n8n's REST interface, of the main process. Webhooks are published at the first webhook processor. */
	get rest(): RestClient {
		if (!this.client) throw new Error('The stack is not running');
		return this.client;
	}

	async start(workers: number, log: Log): Promise<void> {
		await createDatabase(this.servers.postgres, this.name);
		await installPack(join(this.folder, 'pack'), log);
		log('Starting the main process');
		const main = await this.launch('main');
		await main.ready();
		log(`Starting two webhook processors and ${workers} workers`);
		const processors = await Promise.all(['webhook-1', 'webhook-2'].map(async (service) => await this.launch(service)));
		this.processors.push(...processors.map(({ url }) => url));
		await Promise.all([...processors.map(async (processor) => await processor.ready()), ...Array.from({ length: workers }, () => this.addWorker())]);
		this.client = new QueueRest(main.url, this.processors[0] ?? '');
		await this.client.setUpOwner(OWNER);
	}

	/** Starts one more worker. */
	async addWorker(): Promise<QueueProcess> {
		const worker = await this.launch('worker');
		this.workers.push(worker);
		await worker.ready();
		return worker;
	}

	/** Ends a worker and forgets it. */
	async endWorker(worker: QueueProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
		await worker.end(signal);
		this.workers.splice(this.workers.indexOf(worker), 1);
	}

	async stop(): Promise<void> {
		await Promise.all(this.processes.map(async (started) => await started.end('SIGKILL')));
		await dropDatabase(this.servers.postgres, this.name);
		await rm(this.folder, { recursive: true, force: true });
	}

	/** Bull's prefix of this run in Redis. */
	get prefix(): string {
		return `{${this.name}}`;
	}

	private async launch(service: string): Promise<QueueProcess> {
		const { command, environment = {} } = this.services[service] ?? {};
		if (typeof command !== 'string') throw new Error(`The compose file has no command for ${service}`);
		const port = await freePort();
		const userFolder = join(this.folder, `${service}-${port}`);
		await cp(join(this.folder, 'pack'), userFolder, { recursive: true });
		const launched = new QueueProcess({
			installation: this.installation,
			command,
			port,
			environment: { ...environment, ...(await this.onThisMachine(userFolder, port)), ...this.environment },
		});
		this.processes.push(launched);
		return launched;
	}

	/** What differs from containers: addresses, ports and folders. Nothing calls home. */
	private async onThisMachine(userFolder: string, port: number): Promise<Record<string, string>> {
		const { postgres, redis } = this.servers;
		return {
			// n8n starts its task runner with the `node` of the path.
			PATH: `${dirname(this.installation.node)}:${process.env.PATH ?? ''}`,
			HOME: userFolder,
			N8N_USER_FOLDER: userFolder,
			N8N_PORT: String(port),
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			N8N_SECURE_COOKIE: 'false',
			DB_POSTGRESDB_HOST: postgres.hostname,
			DB_POSTGRESDB_PORT: postgres.port || '5432',
			DB_POSTGRESDB_DATABASE: this.name,
			DB_POSTGRESDB_USER: decodeURIComponent(postgres.username),
			DB_POSTGRESDB_PASSWORD: decodeURIComponent(postgres.password),
			QUEUE_BULL_REDIS_HOST: redis.hostname,
			QUEUE_BULL_REDIS_PORT: redis.port || '6379',
			QUEUE_BULL_REDIS_PASSWORD: decodeURIComponent(redis.password),
			QUEUE_BULL_PREFIX: this.prefix,
			N8N_REDIS_KEY_PREFIX: this.name,
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			N8N_PERSONALIZATION_ENABLED: 'false',
			N8N_AI_ENABLED: 'false',
		};
	}
}

class QueueRest extends RestClient {
	constructor(
		url: string,
		private readonly processor: string,
	) {
		super(url);
	}

	override webhookUrl(node: Parameters<RestClient['webhookUrl']>[0]): string {
		return super.webhookUrl(node).replace(this.url, this.processor);
	}
}
