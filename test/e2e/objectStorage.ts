import express, { type Request } from 'express';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MODULES } from '../../sandbox/n8n/paths';
import { listen, type RunningServer } from '../../sandbox/server';

interface SignRequest {
	service: 's3';
	region: string;
	method: string;
	host: string;
	path: string;
	headers: Record<string, string>;
	body: Buffer;
}

/** Of the library that came with n8n. It sets the header `Authorization`. */
type Sign = (request: SignRequest, keys: { accessKeyId: string; secretAccessKey: string }) => { headers: Record<string, string> };

const { sign } = createRequire(join(MODULES, 'n8n', 'package.json'))('aws4') as { sign: Sign };

const REGION = 'cn-shanghai';
const KEYS = { accessKeyId: 'storage-key-id', secretAccessKey: 'storage-key-secret' };

/** A bucket on loopback that speaks as much S3 as an upload needs. It stores only what is signed. */
export class ObjectStorage {
	/** What is stored, by bucket and key, such as `recordings/a.wav`. */
	readonly objects = new Map<string, Buffer>();
	/** How many uploads came in, refused ones included. */
	uploads = 0;
	/** How many of the next uploads the storage is too busy for. */
	busyFor = 0;
	private server?: RunningServer;

	/** What a user would type into n8n's credential for S3. */
	get credential() {
		return { ...KEYS, endpoint: this.server?.url ?? '', region: REGION, forcePathStyle: true, ignoreSSLIssues: false };
	}

	async open(): Promise<void> {
		const app = express().use(express.raw({ type: () => true, limit: '100mb' }));
		app.get('/:bucket', (_request, response) => void response.type('xml').send(`<LocationConstraint>${REGION}</LocationConstraint>`));
		app.put('/:bucket/*key', (request, response) => void response.sendStatus(this.store(request)));
		this.server = await listen(app, 0);
	}

	async close(): Promise<void> {
		await this.server?.close();
	}

	/** @returns the HTTP status */
	private store(request: Request): number {
		this.uploads += 1;
		if (this.busyFor > 0) {
			this.busyFor -= 1;
			return 503;
		}
		if (!isSigned(request)) return 403;
		this.objects.set(decodeURIComponent(request.path.slice(1)), bodyOf(request));
		return 200;
	}
}

function bodyOf({ body }: Request): Buffer {
	return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** Whether the storage, with the keys that it knows, gets the same signature. */
function isSigned(request: Request): boolean {
	const given = request.get('authorization') ?? '';
	const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? [];
	const headers = Object.fromEntries(names.map((name) => [name, request.get(name) ?? '']));
	const signed = sign({ service: 's3', region: REGION, method: request.method, host: request.get('host') ?? '', path: request.originalUrl, headers, body: bodyOf(request) }, KEYS);
	return signed.headers.Authorization === given;
}
