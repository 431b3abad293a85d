import type { Express } from 'express';
import { certificate } from './certificate';
import { listen, type RunningServer } from './server';
import { listenTls } from './tlsFront';

export interface VendorPorts {
	port: number;
	httpsPort: number;
}

/** A server that can be reached with and without TLS. */
export interface VendorServer extends RunningServer {
	httpsUrl: string;
	/** The self-signed certificate as PEM, for clients that should trust it (`NODE_EXTRA_CA_CERTS`). */
	certificate: string;
}

/** Serves the app on 127.0.0.1, on one port with TLS and on one without. */
export async function listenOnBoth(app: Express, { port, httpsPort }: VendorPorts): Promise<VendorServer> {
	const plain = await listen(app, port);
	try {
		const encrypted = await listenTls(app, httpsPort);
		return {
			...plain,
			httpsUrl: encrypted.url,
			certificate: (await certificate()).cert,
			close: async () => {
				await Promise.all([plain.close(), encrypted.close()]);
			},
		};
	} catch (error) {
		await plain.close();
		throw error;
	}
}
