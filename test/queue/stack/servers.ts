import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MODULES } from '../../../sandbox/n8n/paths';

/** The PostgreSQL and the Redis that the processes share. */
export interface Servers {
	postgres: URL;
	redis: URL;
}

const MISSING = `npm run test:queue needs a PostgreSQL and a Redis. Set both:

  QUEUE_TEST_POSTGRES_URL=postgres://user:password@127.0.0.1:5432/postgres
  QUEUE_TEST_REDIS_URL=redis://127.0.0.1:6379

It creates a database of its own, so the user must be allowed to do so, and removes it at the end. In Redis it uses a prefix of its own.`;

/** @throws an Error that says how to set them, if the environment lacks them */
export function serversFromEnvironment(): Servers {
	const { QUEUE_TEST_POSTGRES_URL: postgres, QUEUE_TEST_REDIS_URL: redis } = process.env;
	if (!postgres || !redis) throw new Error(MISSING);
	return { postgres: urlOf('QUEUE_TEST_POSTGRES_URL', postgres), redis: urlOf('QUEUE_TEST_REDIS_URL', redis) };
}

function urlOf(name: string, value: string): URL {
	if (!URL.canParse(value)) throw new Error(`${name} is not a URL. ${MISSING}`);
	return new URL(value);
}

/** The modules of the n8n that is tested: they speak to the servers as n8n does, and cost no dependency of ours. */
export const requireFromN8n = createRequire(join(MODULES, 'n8n', 'package.json'));

interface PostgresClient {
	connect(): Promise<void>;
	query(sql: string): Promise<unknown>;
	end(): Promise<void>;
}

async function inPostgres(url: URL, sql: string): Promise<void> {
	const { Client } = requireFromN8n('pg') as { Client: new (options: { connectionString: string }) => PostgresClient };
	const client = new Client({ connectionString: url.href });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

/** A database of this run's own. */
export async function createDatabase(postgres: URL, name: string): Promise<void> {
	await inPostgres(postgres, `CREATE DATABASE "${name}"`);
}

export async function dropDatabase(postgres: URL, name: string): Promise<void> {
	await inPostgres(postgres, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}
