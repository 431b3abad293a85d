import type { IBinaryData, IExecuteFunctions, IN8nHttpFullResponse, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';
import { fileName, mimeType } from './fileType';

const MEGABYTE = 1024 * 1024;
/** More than any error of an object storage. */
const LONGEST_ERROR = 4096;

export interface DownloadLimits {
	bytes: number;
	ms: number;
}

interface FaultDetails {
	kind: 'size' | 'time' | 'status' | 'empty' | 'connection' | 'stopped' | 'notStored';
	httpStatus?: number;
	/** What an object storage calls the error, such as `NoSuchKey`. */
	storageCode?: string;
}

/** Why a download failed, as the end of a sentence. It never holds the URL, which can be signed. */
export class DownloadFault extends Error {
	constructor(
		message: string,
		readonly details: FaultDetails,
	) {
		super(message);
	}
}

/** The part of the response's body, a readable stream, that the download needs. */
interface ByteStream extends AsyncIterable<Buffer> {
	destroy(error?: Error): void;
}

function tooLarge({ bytes }: DownloadLimits): DownloadFault {
	return new DownloadFault(`it is larger than ${Math.floor(bytes / MEGABYTE)} MB`, { kind: 'size' });
}

function tooSlow({ ms }: DownloadLimits): DownloadFault {
	return new DownloadFault(`it took longer than ${ms / 1000} seconds`, { kind: 'time' });
}

async function readUpTo(stream: ByteStream, limits: DownloadLimits): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.length;
		if (bytes > limits.bytes) throw tooLarge(limits);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

async function statusFault(stream: ByteStream, status: number): Promise<DownloadFault> {
	const body = await readUpTo(stream, { bytes: LONGEST_ERROR, ms: 0 }).catch(() => Buffer.alloc(0));
	const storageCode = /<Code>(\w{1,60})<\/Code>/.exec(body.toString())?.[1];
	const redirect = status >= 300 && status < 400 ? ', and redirects are not followed' : '';
	const said = `the host answered with HTTP ${status}${storageCode ? ` (${storageCode})` : ''}${redirect}`;
	return new DownloadFault(said, { kind: 'status', httpStatus: status, storageCode });
}

async function contentOf({ statusCode, headers }: IN8nHttpFullResponse, stream: ByteStream, limits: DownloadLimits): Promise<Buffer> {
	if (statusCode !== 200) throw await statusFault(stream, statusCode);
	if (Number(headers['content-length']) > limits.bytes) throw tooLarge(limits);
	const content = await readUpTo(stream, limits);
	if (content.length === 0) throw new DownloadFault('it is empty', { kind: 'empty' });
	return content;
}

/** Our own words and the network's code only, because the messages of the HTTP client can contain the signed URL. */
function faultOf(error: unknown, limits: DownloadLimits, canceled?: AbortSignal): DownloadFault {
	if (canceled?.aborted) return new DownloadFault('the execution was stopped', { kind: 'stopped' });
	if (error instanceof DownloadFault) return error;
	const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: { code?: unknown } };
	const known = typeof code === 'string' ? code : cause?.code;
	if (['ECONNABORTED', 'ERR_CANCELED', 'ETIMEDOUT'].includes(String(known)) || name === 'AbortError') return tooSlow(limits);
	return new DownloadFault(typeof known === 'string' ? `the connection failed (${known})` : 'the connection failed', { kind: 'connection' });
}

export interface Download {
	/** The node that downloads. */
	context: Pick<IExecuteFunctions | ITriggerFunctions | IWebhookFunctions, 'helpers'>;
	url: URL;
	limits: DownloadLimits;
	/** By default, the name in the URL. */
	name?: string;
	canceled?: AbortSignal;
}

/** @returns the file, and its type as the host knows it */
async function requested({ context, url, limits, canceled }: Download): Promise<{ content: Buffer; contentType: unknown }> {
	const timeout = AbortSignal.timeout(limits.ms);
	const signal = canceled ? AbortSignal.any([timeout, canceled]) : timeout;
	const response = (await context.helpers.httpRequest({
		url: url.href,
		method: 'GET',
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: limits.ms,
		abortSignal: signal,
	})) as IN8nHttpFullResponse;
	const stream = response.body as ByteStream;
	const stop = () => stream.destroy(tooSlow(limits));
	signal.addEventListener('abort', stop);
	try {
		return { content: await contentOf(response, stream, limits), contentType: response.headers['content-type'] };
	} finally {
		signal.removeEventListener('abort', stop);
		stream.destroy();
	}
}

/** Downloads a file for an item's binary data, within the limits and without following redirects. Throws a DownloadFault. */
export async function download(order: Download): Promise<IBinaryData> {
	const { context, url, limits, name, canceled } = order;
	const { content, contentType } = await requested(order).catch((error: unknown) => {
		throw faultOf(error, limits, canceled);
	});
	const known = fileName(name ?? url.pathname);
	return await context.helpers.prepareBinaryData(content, known, mimeType(known, contentType)).catch(() => {
		throw new DownloadFault('n8n could not store it. Check the storage of binary data of the n8n server', { kind: 'notStored' });
	});
}
