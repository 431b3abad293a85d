import type { Express, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type Socket } from 'node:net';
import { certificate } from './certificate';
import type { FaultKind } from './faults';
import { bind, start, type RunningServer } from './server';

export type TlsFault = Extract<FaultKind, `tls${string}`>;

/** The two ends of a connection that passes through the front, where its bytes are still encrypted. */
interface Wire {
	client: Socket;
	vendor: Socket;
}

/** The wires of this process, by the ports of their connection to the vendor's HTTPS server. */
const wires = new Map<string, Wire>();

const wireName = (from = 0, to = 0) => `${from}-${to}`;

/** Serves the app with TLS on 127.0.0.1, behind a front that can damage what passes through. Port 0 takes any free one. */
export async function listenTls(app: Express, wanted: number): Promise<RunningServer> {
	const behind = await start(createHttpsServer(await certificate(), app), 'https', 0);
	const clients = new Set<Socket>();
	const front = createServer((client) => {
		clients.add(client);
		client.once('close', () => clients.delete(client));
		join(client, behind.port);
	});
	const port = await bind(front, wanted).catch(async (error: unknown) => {
		await behind.close();
		throw error;
	});
	return {
		url: `https://127.0.0.1:${port}`,
		port,
		close: async () => {
			await new Promise<void>((resolve) => {
				front.close(() => resolve());
				for (const client of clients) client.destroy();
			});
			await behind.close();
		},
	};
}

/** What ends on one side ends on the other. */
function join(client: Socket, port: number): void {
	const vendor = connect(port, '127.0.0.1', () => {
		const name = wireName(vendor.localPort, port);
		wires.set(name, { client, vendor });
		vendor.once('close', () => wires.delete(name));
	});
	client.pipe(vendor).pipe(client);
	for (const [one, other] of [
		[client, vendor],
		[vendor, client],
	] as const) {
		// A broken connection is also closed; nothing else has to be done about the error.
		one.on('error', () => one.destroy());
		one.once('close', () => other.destroySoon());
	}
}

const PLAINTEXT = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** A record of application data, encrypted with an unknown key. */
function damagedRecord(): Buffer {
	const content = randomBytes(64);
	return Buffer.concat([Buffer.from([23, 3, 3, 0, content.length]), content]);
}

/** Breaks the connection in place of an answer. One without TLS is cut. */
export function breakTls(response: Response, kind: TlsFault): void {
	const wire = wires.get(wireName(response.socket?.remotePort, response.socket?.localPort));
	if (!wire) {
		response.destroy();
	} else if (kind === 'tlsAlert') {
		// The vendor's own TLS takes it for the client's and refuses it with an alert.
		wire.vendor.write(damagedRecord());
	} else {
		wire.vendor.unpipe(wire.client);
		wire.client.end(kind === 'tlsPlaintext' ? PLAINTEXT : damagedRecord());
	}
}

export function isTlsFault(kind: FaultKind): kind is TlsFault {
	return kind.startsWith('tls');
}
