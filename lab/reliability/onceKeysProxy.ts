import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from './random';

/**
 * How a connection breaks at a query: before the server sees it; after the server has done it, but before the client hears of it;
 * or at once for the client, while the query is still on its way to the server.
 */
export const CUTS = ['before', 'after', 'overtaken'] as const;

export type Cut = (typeof CUTS)[number];

/** What the proxy does to the queries that pass. */
export interface Trouble {
	/** Each query takes longer by a time between the two. */
	latencyMs?: readonly [number, number];
	/** The probability of each kind of cut, per query of the table of keys. */
	cuts?: number;
}

/** Cut at other queries, n8n 2.41.1 may lose a place in its pool of connections until it recovers, or waits for ever. */
const TABLE = 'processed_data';

const OVERTAKEN_MS = [50, 300] as const;

/** PostgreSQL's message that it waits for the next query ends what it sends at a time. */
const READY_FOR_QUERY = Buffer.from([0x5a, 0, 0, 0, 5]);

/** A query comes as several messages, of which this is the last. */
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);

/** A query without parameters, and the end of the session, are one message each. */
const SINGLE = new Set(['Q', 'X']);

const isQuery = (bytes: Buffer) => SINGLE.has(bytes.toString('latin1', 0, 1)) || bytes.subarray(-5).equals(SYNC);

const isReady = (chunk: Buffer) => chunk.subarray(-6, -1).equals(READY_FOR_QUERY);

/** Stands between the processes and PostgreSQL, on loopback. */
export class DatabaseProxy {
	trouble: Trouble = {};
	readonly cuts: Record<Cut, number> = { before: 0, after: 0, overtaken: 0 };
	private readonly sockets = new Set<Socket>();
	private readonly server: Server;

	private constructor(
		private readonly target: URL,
		private readonly random: Random,
	) {
		this.server = createServer((client) => this.connect(client));
	}

	static async open(target: URL, random: Random): Promise<DatabaseProxy> {
		const proxy = new DatabaseProxy(target, random);
		await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	/** The address of a database behind the proxy. */
	get url(): URL {
		const url = new URL(this.target);
		url.hostname = '127.0.0.1';
		url.port = String((this.server.address() as AddressInfo).port);
		return url;
	}

	async close(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private connect(client: Socket): void {
		const server = createConnection(Number(this.target.port || 5432), this.target.hostname);
		const session = new Session(client, server, (query) => this.fate(query));
		for (const [socket, other] of [[client, server], [server, client]] as const) {
			this.sockets.add(socket);
			socket.setNoDelay(true);
			socket.on('error', () => undefined);
			socket.on('close', () => {
				this.sockets.delete(socket);
				if (socket === server || !session.isCut) other.destroy();
			});
		}
	}

	private fate(query: Buffer): Fate {
		const { latencyMs, cuts = 0 } = this.trouble;
		const cut = query.includes(TABLE) ? CUTS[Math.floor(this.random.next() / cuts)] : undefined;
		if (cut) this.cuts[cut] += 1;
		return { cut, delayMs: latencyMs ? this.random.whole(...latencyMs) : 0, overtakenMs: this.random.whole(...OVERTAKEN_MS) };
	}
}

interface Fate {
	cut: Cut | undefined;
	delayMs: number;
	/** How long a query is on its way that its client's end has overtaken. */
	overtakenMs: number;
}

/** One connection through the proxy. Signing in is left alone. */
class Session {
	isCut = false;
	private isSignedIn = false;
	/** What has come of a query. */
	private begun = Buffer.alloc(0);
	/** Queries keep their order, however long each takes. */
	private line: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly client: Socket,
		private readonly server: Socket,
		private readonly fate: (query: Buffer) => Fate,
	) {
		client.on('data', (chunk) => this.fromClient(chunk));
		server.on('data', (chunk) => this.fromServer(chunk));
	}

	private fromClient(bytes: Buffer): void {
		if (!this.isSignedIn) {
			this.server.write(bytes);
			return;
		}
		this.begun = Buffer.concat([this.begun, bytes]);
		if (!isQuery(this.begun)) return;
		const [query, fate] = [this.begun, this.fate(this.begun)];
		this.begun = Buffer.alloc(0);
		this.line = this.line.then(async () => await this.forward(query, fate));
	}

	private async forward(query: Buffer, { cut, delayMs, overtakenMs }: Fate): Promise<void> {
		if (delayMs > 0) await wait(delayMs);
		if (this.isCut) return;
		if (cut !== undefined) this.isCut = true;
		if (cut === 'before') this.end();
		if (cut === 'overtaken') {
			this.client.destroy();
			await wait(overtakenMs);
		}
		if (cut !== 'before') this.server.write(query);
	}

	private fromServer(answer: Buffer): void {
		if (this.isCut) {
			if (isReady(answer)) this.end();
			return;
		}
		if (isReady(answer)) this.isSignedIn = true;
		this.client.write(answer);
	}

	private end(): void {
		this.client.destroy();
		this.server.destroy();
	}
}
