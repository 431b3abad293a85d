import type { N8nServer } from '../../sandbox/n8n/server';

/** What the set-up leaves for the tear-down. */
export interface RunningN8n {
	server: N8nServer;
	userFolder: string;
}
