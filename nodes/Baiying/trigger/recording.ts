import type { IBinaryData, IN8nHttpFullResponse, IWebhookFunctions } from 'n8n-workflow';
import { trustedRecordingUrl } from './recordingUrl';

const MAX_BYTES = 50 * 1024 * 1024;

/** Baiying waits for the answer in the meantime. */
const MAX_MS = 20_000;

export interface RecordingLimits {
	bytes: number;
	ms: number;
}

/** The recording, or the reason why it is missing. */
export type Recording = { binary: IBinaryData } | { error: string };

/** The part of the response's body, a readable stream, that the download needs. */
interface ByteStream extends AsyncIterable<Buffer> {
	destroy(error?: Error): void;
}

class DownloadFault extends Error {}

async function readUpTo(stream: ByteStream, maxBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.length;
		if (bytes > maxBytes) {
			throw new DownloadFault(`it is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB`);
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

async function download(
	node: IWebhookFunctions,
	url: URL,
	limits: RecordingLimits,
): Promise<{ content: Buffer; contentType: string | undefined }> {
	const signal = AbortSignal.timeout(limits.ms);
	const response = (await node.helpers.httpRequest({
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
	const stop = () => stream.destroy(new DownloadFault(`it took longer than ${limits.ms / 1000} seconds`));
	signal.addEventListener('abort', stop);
	try {
		if (response.statusCode !== 200) throw new DownloadFault(`the host answered with HTTP ${response.statusCode}`);
		const content = await readUpTo(stream, limits.bytes);
		if (content.length === 0) throw new DownloadFault('it is empty');
		const contentType = response.headers['content-type'];
		return { content, contentType: typeof contentType === 'string' ? contentType : undefined };
	} finally {
		signal.removeEventListener('abort', stop);
		stream.destroy();
	}
}

/** Our own words and the network's code only, because the messages of the HTTP client can contain the signed URL. */
function causeOf(error: unknown, { ms }: RecordingLimits): string {
	if (error instanceof DownloadFault) return error.message;
	const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: { code?: unknown } };
	const known = typeof code === 'string' ? code : cause?.code;
	const timedOut = ['ECONNABORTED', 'ERR_CANCELED', 'ETIMEDOUT'].includes(String(known)) || name === 'AbortError';
	if (timedOut) return `it took longer than ${ms / 1000} seconds`;
	return typeof known === 'string' ? `the connection failed (${known})` : 'the connection failed';
}

function fileName(url: URL): string {
	const last = url.pathname.split('/').pop() ?? '';
	return /^[\w.-]+$/.test(last) ? last : 'recording';
}

function mimeType(url: URL, contentType: string | undefined): string | undefined {
	if (contentType?.startsWith('audio/')) return contentType.split(';')[0];
	if (/\.mp3$/i.test(url.pathname)) return 'audio/mpeg';
	return /\.wav$/i.test(url.pathname) ? 'audio/wav' : contentType;
}

/** Downloads a recording for the item's binary data. It never throws, because a callback is worth more than its recording. */
export async function fetchRecording(
	node: IWebhookFunctions,
	recordingUrl: string,
	recordingHosts: string[],
	limits: RecordingLimits = { bytes: MAX_BYTES, ms: MAX_MS },
): Promise<Recording> {
	const url = trustedRecordingUrl(recordingUrl, recordingHosts);
	if (!url) {
		return {
			error: "The recording was not downloaded: its address is not in Baiying's storage (https://*.aliyuncs.com). If you trust the host, add it to the option 'Recording Hosts'",
		};
	}
	try {
		const { content, contentType } = await download(node, url, limits);
		const binary = await node.helpers.prepareBinaryData(content, fileName(url), mimeType(url, contentType));
		return { binary };
	} catch (error) {
		return { error: `The recording could not be downloaded: ${causeOf(error, limits)}` };
	}
}
