import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import type { RunningServer } from '../server';
import { selfSigned } from './certificate';

export interface TlsFront extends RunningServer {
	/** The self-signed certificate, PEM. */
	certificate: string;
}

/** Takes HTTPS on 127.0.0.1 and hands it on to the HTTP server, as a proxy before the gateway does. Port 0 takes any free one. */
export async function listenTls(port: number, behind: RunningServer): Promise<TlsFront> {
	const { key, cert } = selfSigned();
	const server = createServer({ key, cert }, (socket) => join(socket, behind.port));
	const connections = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		connections.add(socket);
		socket.once('close', () => connections.delete(socket));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const address = server.address() as AddressInfo;
	return {
		url: `https://127.0.0.1:${address.port}`,
		port: address.port,
		certificate: cert,
		close: async () => {
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				for (const connection of connections) connection.destroy();
			});
			await behind.close();
		},
	};
}

/** What ends on one side ends on the other. */
function join(socket: TLSSocket, port: number): void {
	const upstream = connect(port, '127.0.0.1');
	socket.pipe(upstream).pipe(socket);
	for (const [one, other] of [
		[socket, upstream],
		[upstream, socket],
	] as const) {
		// A broken connection is also closed; nothing else has to be done about the error.
		one.on('error', () => one.destroy());
		one.once('close', () => other.destroy());
	}
}
