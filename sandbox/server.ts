import type { Express } from 'express';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

export interface RunningServer {
	url: string;
	port: number;
	/** Stops listening and destroys open connections, hanging ones included. */
	close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes any free one. @returns the port */
export async function bind(server: Server, port: number): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return (server.address() as AddressInfo).port;
}

/** Starts an HTTP or HTTPS server on 127.0.0.1. */
export async function start(server: HttpServer, scheme: 'http' | 'https', wanted: number): Promise<RunningServer> {
	// No idle connection is closed, or a client could hit the very moment and see a cut that no fault asked for.
	server.keepAliveTimeout = 0;
	const port = await bind(server, wanted);
	return {
		url: `${scheme}://127.0.0.1:${port}`,
		port,
		close: async () =>
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/**
 * Serves the app on 127.0.0.1; port 0 takes any free one.
 * Rejects with the system's error (`EADDRINUSE`, …) when the port can't be had.
 */
export async function listen(app: Express, port: number): Promise<RunningServer> {
	return await start(createServer(app), 'http', port);
}
