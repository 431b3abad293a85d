import express from 'express';
import { listen, type RunningServer } from '../../../sandbox/server';
import { fetchRecording } from '../../../nodes/Baiying/trigger/recording';
import type { IBinaryData, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { fixture, inner } from './support/fixtures';
import { open, startTrigger, type RunningTrigger } from './support/trigger';

const WAV = Buffer.from('RIFF....WAVEfmt a recording');

let host: RunningServer;
let trigger: RunningTrigger | undefined;
let asked: string[] = [];

beforeAll(async () => {
	const app = express();
	app.use((request, _response, next) => {
		asked.push(request.url);
		next();
	});
	app.get('/call.wav', (_request, response) => {
		response.type('audio/wav').send(WAV);
	});
	app.get('/call.mp3', (_request, response) => {
		response.type('application/octet-stream').send(WAV);
	});
	app.get('/empty.wav', (_request, response) => {
		response.type('audio/wav').end();
	});
	app.get('/moved.wav', (_request, response) => {
		response.redirect('/call.wav');
	});
	app.get('/large.wav', (_request, response) => {
		response.type('audio/wav').send(Buffer.alloc(300_000));
	});
	app.get('/slow.wav', (_request, response) => {
		response.type('audio/wav').write(WAV);
	});
	app.get('/silent.wav', () => {});
	app.get('/cut.wav', (_request, response) => {
		response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': '1000' });
		response.write(WAV, () => response.destroy());
	});
	host = await listen(app, 0);
});

afterAll(async () => {
	await host.close();
});

beforeEach(() => {
	asked = [];
});

afterEach(async () => {
	await trigger?.close();
	trigger = undefined;
});

/** The item of a call whose recording lies at this path or URL. */
async function itemWith(luyinOssUrl: string | null, options = {}, parameters = {}) {
	const downloading = { downloadRecording: true, recordingHosts: host.url, skipDuplicates: false, ...options };
	trigger = await startTrigger(open({ parameters: { ...parameters, options: downloading } }));
	const body = fixture('callRecord');
	Object.assign(inner(body).sceneInstance as object, { luyinOssUrl });
	if (luyinOssUrl === null) inner(body).phoneLog = null;
	expect(await trigger.post(body)).toMatchObject({ status: 200, body: 'success' });
	const [item] = trigger.items;
	if (!item) throw new Error('no run was started');
	return item;
}

test('a recording becomes binary data', async () => {
	const item = await itemWith(`${host.url}/call.wav?Signature=abc`);
	expect(item.json).not.toHaveProperty('recordingError');
	expect(item.binary?.recording).toMatchObject({ fileName: 'call.wav', fileExtension: 'wav', mimeType: 'audio/wav' });
	expect(Buffer.from((item.binary?.recording as IBinaryData).data, 'base64')).toEqual(WAV);
});

test('the type of the file comes from its name if the host does not send it', async () => {
	const item = await itemWith(`${host.url}/call.mp3`);
	expect(item.binary?.recording).toMatchObject({ fileName: 'call.mp3', mimeType: 'audio/mpeg' });
});

test('a recording becomes binary data with Simplify off too', async () => {
	const item = await itemWith(`${host.url}/call.wav`, {}, { simplify: false });
	expect(item.binary?.recording).toMatchObject({ fileName: 'call.wav' });
});

test.each([
	['/missing.wav', /answered with HTTP 404/],
	['/moved.wav', /answered with HTTP 302/],
	['/empty.wav', /is empty/],
	['/cut.wav', /connection failed/],
])('%s: the callback arrives without it and says why', async (path, reason) => {
	const item = await itemWith(`${host.url}${path}?Signature=top-secret`);
	expect(item.binary).toBeUndefined();
	expect(item.json).toMatchObject({ event: 'callCompleted', recordingError: expect.stringMatching(reason) });
	expect(item.json.recordingError).not.toContain('top-secret');
});

test('a host where nothing listens', async () => {
	const item = await itemWith('http://127.0.0.1:1/call.wav', { recordingHosts: 'http://127.0.0.1:1' });
	expect(item.json.recordingError).toMatch(/connection failed \(ECONNREFUSED\)/);
});

test('an address that is not trusted receives no request at all', async () => {
	const item = await itemWith(`${host.url}/call.wav`, { recordingHosts: 'recordings.example.com' });
	expect(item.json.recordingError).toMatch(/'Recording Hosts'/);
	expect(asked).toEqual([]);
});

test('nothing is fetched without the option, for a call without a recording, or for a copy', async () => {
	expect((await itemWith(`${host.url}/call.wav`, { downloadRecording: false })).binary).toBeUndefined();
	await trigger?.close();
	expect((await itemWith(null)).json).not.toHaveProperty('recordingError');
	expect(asked).toEqual([]);
});

describe('limits', () => {
	async function fetchWith(path: string, limits: { bytes: number; ms: number }) {
		const { default: axios } = await import('axios');
		const httpRequest = async ({ url, abortSignal, timeout }: IHttpRequestOptions) => {
			const response = await axios.get<unknown>(url, {
				responseType: 'stream',
				signal: abortSignal,
				timeout,
				maxRedirects: 0,
				validateStatus: () => true,
			});
			return { statusCode: response.status, headers: response.headers, body: response.data };
		};
		const node = { helpers: { httpRequest } } as unknown as IWebhookFunctions;
		return await fetchRecording(node, `${host.url}${path}`, [host.url], limits);
	}

	test('size', async () => {
		expect(await fetchWith('/large.wav', { bytes: 200_000, ms: 5000 })).toEqual({
			error: expect.stringMatching(/larger than/),
		});
	});

	test.each(['/slow.wav', '/silent.wav'])('time: %s', async (path) => {
		const startedAt = Date.now();
		expect(await fetchWith(path, { bytes: 1000, ms: 200 })).toEqual({
			error: expect.stringMatching(/took longer than 0.2 seconds/),
		});
		expect(Date.now() - startedAt).toBeLessThan(1500);
	});
});
