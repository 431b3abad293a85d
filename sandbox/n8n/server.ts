import { delimiter, dirname } from 'node:path';
import axios from 'axios';
import type { N8nInstallation } from './install';
import { freePort, N8nProcess } from './process';
import { type Login, RestClient } from './rest';

export interface N8nOptions {
	installation: N8nInstallation;
	/** Where n8n keeps its `.n8n` folder. */
	userFolder: string;
	/** Used if it is free; otherwise another one. */
	port?: number;
	/** Settings of n8n besides those that every sandbox has. */
	settings?: Record<string, string>;
}

export interface N8nServer {
	url: string;
	login: Login;
	rest: RestClient;
	/** What n8n has written to its log so far (the last 200 000 characters). */
	logs(): string;
	/** Ends n8n as an administrator would. */
	stop(): Promise<void>;
	/** Ends n8n as a power cut would. */
	kill(): Promise<void>;
	/** Starts it again on the same folder and port, after `stop` or `kill` too. */
	restart(): Promise<void>;
}

/** Nothing that configures another n8n, a test runner or npm may leak into this one. */
const FOREIGN = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|JEST_|npm_)|^(NODE_ENV|NODE_OPTIONS|NODE_PATH|TZ)$/i;

/** Boots n8n (about 20 s) without traffic to anywhere but this machine, and signs in as its owner. */
export async function startN8n({ installation, userFolder, port: wantedPort, settings }: N8nOptions): Promise<N8nServer> {
	const [port, brokerPort] = [await freePort(wantedPort), await freePort()];
	const url = `http://127.0.0.1:${port}`;
	const login = { email: 'owner@sandbox.example', password: 'Sandbox-password-1' };
	const env = { ...environment(installation.node, { userFolder, url, port, brokerPort }), ...settings };
	const rest = new RestClient(url);
	const start = () => new N8nProcess({ installation, command: ['start'], env, isReady: async () => await answers(`${url}/rest/settings`) });
	let running = start();
	await running.ready();
	await rest.setUpOwner(login);
	return {
		url,
		login,
		rest,
		logs: () => running.logs,
		stop: async () => await running.end('SIGTERM'),
		kill: async () => await running.end('SIGKILL'),
		restart: async () => {
			await running.end('SIGTERM');
			running = start();
			await running.ready();
			await rest.login(login);
		},
	};
}

async function answers(url: string): Promise<boolean> {
	const response = await axios.get<unknown>(url, { proxy: false, timeout: 5000, validateStatus: () => true }).catch(() => undefined);
	// While it is starting, n8n answers 200 with the text "n8n is starting up".
	return response?.status === 200 && typeof response.data === 'object';
}

function environment(
	node: string,
	{ userFolder, url, port, brokerPort }: { userFolder: string; url: string; port: number; brokerPort: number },
): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(inherited),
		// n8n starts its task runner with the `node` of the path.
		PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
		NO_PROXY: '127.0.0.1,localhost',
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: `${url}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_BLOCK_ENV_ACCESS_IN_NODE: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_AI_ENABLED: 'false',
		GENERIC_TIMEZONE: 'Asia/Shanghai',
	};
}
