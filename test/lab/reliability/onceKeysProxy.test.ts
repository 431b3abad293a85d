import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { DatabaseProxy, type Cut, type Trouble } from '../../../lab/reliability/onceKeysProxy';
import { Random } from '../../../lab/reliability/random';

const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Says that it is ready for the next query whenever something comes in, as PostgreSQL does. */
class Database {
	readonly queries: string[] = [];
	private readonly server: Server;

	constructor() {
		this.server = createServer((socket) => {
			socket.on('error', () => undefined);
			socket.on('data', (query) => {
				this.queries.push(query.toString());
				socket.write(READY);
			});
		});
	}

	async open(): Promise<URL> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return new URL(`postgres://user@127.0.0.1:${(this.server.address() as AddressInfo).port}/keys`);
	}

	async close(): Promise<void> {
		await new Promise((resolve) => this.server.close(resolve));
	}

	async heard(query: string): Promise<void> {
		while (!this.queries.includes(query)) await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

/** Draws the given number each time. */
class Fixed extends Random {
	value = 0.999;

	override next(): number {
		return this.value;
	}
}

const QUERY = 'Query of processed_data';

let database: Database;
let proxy: DatabaseProxy;
let random: Fixed;
let client: Socket;

beforeEach(async () => {
	database = new Database();
	random = new Fixed(1);
	proxy = await DatabaseProxy.open(await database.open(), random);
	client = createConnection(Number(proxy.url.port), proxy.url.hostname);
	client.on('error', () => undefined);
});
afterEach(async () => {
	client.destroy();
	await proxy.close();
	await database.close();
});

/** @returns the answer, or nothing when the connection broke */
async function ask(query: string): Promise<Buffer | undefined> {
	const answer = Promise.race([once(client, 'data').then(([data]) => data as Buffer), once(client, 'close').then(() => undefined)]);
	client.write(query);
	return await answer;
}

/** The numbers at which each kind of cut is drawn, at a third for each. */
const DRAWN: Record<Cut, number> = { before: 0, after: 0.4, overtaken: 0.7 };

async function troubled(trouble: Trouble, drawn: number, query = QUERY): Promise<Buffer | undefined> {
	await ask('sign in');
	proxy.trouble = trouble;
	random.value = drawn;
	return await ask(query);
}

test('lets everything pass, with the name of the database and the user as they are', async () => {
	expect(await troubled({}, 0)).toEqual(READY);
	expect(database.queries).toEqual(['sign in', QUERY]);
	expect(proxy.url.href).toBe(`postgres://user@127.0.0.1:${proxy.url.port}/keys`);
});

test('takes the messages of a query for one, up to the last', async () => {
	await ask('sign in');
	client.write('Parse, bind, ');
	await new Promise((resolve) => setTimeout(resolve, 20));
	await ask('execute, S\0\0\0\u0004');
	expect(database.queries).toEqual(['sign in', 'Parse, bind, execute, S\0\0\0\u0004']);
});

test('makes a query take longer', async () => {
	const startedAt = performance.now();
	expect(await troubled({ latencyMs: [40, 60] }, 0)).toEqual(READY);
	expect(performance.now() - startedAt).toBeGreaterThan(38);
});

test('cuts a connection before the database sees the query', async () => {
	expect(await troubled({ cuts: 1 / 3 }, DRAWN.before)).toBeUndefined();
	expect(database.queries).toEqual(['sign in']);
	expect(proxy.cuts).toEqual({ before: 1, after: 0, overtaken: 0 });
});

test('cuts it after the query was done, before the answer', async () => {
	expect(await troubled({ cuts: 1 / 3 }, DRAWN.after)).toBeUndefined();
	expect(database.queries).toEqual(['sign in', QUERY]);
	expect(proxy.cuts).toEqual({ before: 0, after: 1, overtaken: 0 });
});

test('cuts it while the query is still on its way', async () => {
	expect(await troubled({ cuts: 1 / 3 }, DRAWN.overtaken)).toBeUndefined();
	expect(database.queries).toEqual(['sign in']);
	await database.heard(QUERY);
	expect(proxy.cuts).toEqual({ before: 0, after: 0, overtaken: 1 });
});

test('leaves queries of other tables alone', async () => {
	expect(await troubled({ cuts: 1 / 3 }, DRAWN.before, 'Query of settings')).toEqual(READY);
});

test('leaves the sign-in alone', async () => {
	[proxy.trouble, random.value] = [{ cuts: 1 / 3 }, DRAWN.before];
	expect(await ask('sign in: processed_data')).toEqual(READY);
	expect(database.queries).toEqual(['sign in: processed_data']);
});
