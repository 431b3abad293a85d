import { ensureN8n } from '../../sandbox/n8n/install';
import { serversFromEnvironment } from '../support/queue/servers';

/** Reports at once, and only once, what is missing. */
export default async function setup(): Promise<void> {
	serversFromEnvironment();
	await ensureN8n((line) => process.stderr.write(`${line}\n`));
}
