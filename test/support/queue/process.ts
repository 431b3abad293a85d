import axios from 'axios';
import type { N8nInstallation } from '../../../sandbox/n8n/install';
import { N8nProcess } from '../../../sandbox/n8n/process';

export interface ProcessOptions {
	installation: N8nInstallation;
	/** As in the compose file, e.g. `worker --concurrency=10`. */
	command: string;
	environment: Record<string, string>;
	/** Where it listens: the web server's port, a worker's health check. */
	port: number;
}

/** One of n8n's processes: main, webhook processor or worker. */
export class QueueProcess extends N8nProcess {
	readonly url: string;

	constructor({ installation, command, environment, port }: ProcessOptions) {
		const url = `http://127.0.0.1:${port}`;
		super({ installation, command: command.split(' '), env: environment, isReady: async () => await takesWork(url) });
		this.url = url;
	}
}

async function takesWork(url: string): Promise<boolean> {
	const options = { proxy: false as const, timeout: 5000, validateStatus: () => true };
	const [health, settings] = await Promise.all(
		['/healthz/readiness', '/rest/settings'].map(async (path) => await axios.get<unknown>(url + path, options).catch(() => undefined)),
	);
	// While the main process is starting, it answers with the text "n8n is starting up".
	return health?.status === 200 && !String(settings?.data).includes('starting up');
}
