import type { Express } from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RunningServer {
	url: string;
	port: number;
	/** Stops listening and destroys open connections, hanging ones included. */
	close(): Promise<void>;
}

/**
 * Serves the app on 127.0.0.1; port 0 takes any free one.
 * Rejects with the system's error (`EADDRINUSE`, …) when the port can't be had.
 */
export async function listen(app: Express, port: number): Promise<RunningServer> {
	const server = createServer(app);
	// No idle connection is closed, or a client could hit the very moment and see a cut that no fault asked for.
	server.keepAliveTimeout = 0;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const address = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${address.port}`,
		port: address.port,
		close: async () =>
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
