import express from 'express';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { listen, type RunningServer } from '../../../sandbox/server';
import { recording } from '../../../sandbox/tone';
import { call, locator, start, vendor, world } from './support';

// Pauses are 50 times as short.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual('n8n-workflow'),
	sleep: async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms / 50)),
}));

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const SECRET = 'Signature=top-secret';

/** A storage that serves each address in the way that its path says. */
let storage: RunningServer;
let asked: string[] = [];

beforeAll(async () => {
	const app = express();
	app.use((request, _response, next) => {
		asked.push(request.path);
		next();
	});
	app.get('/moved.wav', (_request, response) => response.redirect('/large.wav'));
	app.get('/large.wav', (_request, response) => void response.type('audio/wav').send(Buffer.alloc(1_100_000)));
	app.get('/endless.wav', (_request, response) => {
		response.type('audio/wav');
		const more = () => void (response.destroyed || response.write(Buffer.alloc(200_000), more));
		more();
	});
	app.get('/silent.wav', () => {});
	app.get('/empty.wav', (_request, response) => void response.type('audio/wav').end());
	app.get('/denied.wav', (_request, response) => void response.status(403).send(`<Error><Code>AccessDenied</Code><Message>${SECRET}</Message></Error>`));
	app.get('/cut.wav', (request, response) => {
		if (asked.filter((path) => path === request.path).length > 1) return void response.type('audio/wav').send('all of it');
		response.writeHead(200, { 'content-length': '1000' });
		response.write('RIFF', () => response.destroy());
	});
	storage = await listen(app, 0);
	await start({ recordingLagMs: 60_000, quirks: 'clean' });
});
beforeEach(() => {
	asked = [];
	vendor.reset();
	world.faults.clear();
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
	await storage.close();
	await vendor.close();
});

const GET = { resource: 'recording', operation: 'getMonoRecording', instanceId: locator('ccc-test'), contactId: '={{ $json.jobId }}', download: true, binaryPropertyName: 'data' };

interface Wanted {
	additionalFields?: IDataObject;
	parameters?: IDataObject;
	settings?: Partial<INode>;
	started?(execution: { cancel(): void }): void;
}

async function get(jobIds: unknown[], { additionalFields = {}, parameters = {}, ...rest }: Wanted = {}) {
	const fields = { recordingHosts: [vendor.url, storage.url].join(), ...additionalFields };
	return await call({ parameters: { ...GET, ...parameters, additionalFields: fields } as never, items: jobIds.map((jobId) => ({ jobId })) as IDataObject[], ...rest });
}

/** Calls that have ended. */
async function calls(count: number): Promise<string[]> {
	await call({ items: Array.from({ length: count }, (_, i) => ({ phone: `1372000000${i}` })) });
	while (vendor.calls().some(({ endedAt }) => endedAt === undefined)) await new Promise((resolve) => setTimeout(resolve, 10));
	return vendor.calls().map(({ jobId }) => jobId);
}

const requests = (action = 'GetMonoRecording') => vendor.admitted().filter((request) => request.action === action);
const content = (item: INodeExecutionData | undefined, field = 'data') => Buffer.from(item?.binary?.[field]?.data ?? '', 'base64');

/** The vendor says that the recording is there. */
function pretendAddress(url: string): void {
	jest.spyOn(vendor.recordings, 'get').mockReturnValue({ Duration: 1000, FileName: 'job-1.wav', FileUrl: url });
}

test('waits for a recording that lags behind, and pairs each file with its call', async () => {
	const jobs = await calls(2);
	const { outputs, error } = await get(jobs);
	expect(error).toBeUndefined();
	expect(requests().length).toBeGreaterThan(2);
	const items = outputs[0] ?? [];
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	items.forEach((item, index) => {
		const jobId = String(jobs[index]);
		expect(item.json).toEqual({ jobId, fileName: `${jobId}.wav`, durationMs: expect.any(Number) });
		expect(item.binary?.data).toMatchObject({ fileName: `${jobId}.wav`, mimeType: 'audio/wav' });
		expect(content(item)).toEqual(recording(jobId));
	});
});

test('does not wait if the user does not want to', async () => {
	const { json } = await get(await calls(1), { additionalFields: { waitTimeoutSeconds: 0 }, settings: goOn });
	expect(json[0]).toMatchObject({ error: expect.stringMatching(/not ready yet.*'Wait Timeout/), details: { code: 'RECORDING_NOT_READY', outcome: 'rejected' } });
	expect(requests()).toHaveLength(1);
});

test('waits no longer than the time-out, also for a call that the vendor does not know', async () => {
	const { json } = await get(['job-unknown'], { additionalFields: { waitTimeoutSeconds: 20 }, settings: goOn });
	expect(json[0]).toMatchObject({ details: { code: 'RECORDING_NOT_READY' } });
	expect(requests()).toHaveLength(4);
});

test('an instance that does not exist is not waited for', async () => {
	const { json } = await get(['job-1'], { parameters: { instanceId: locator('elsewhere') }, settings: goOn });
	expect(json[0]).toMatchObject({ details: { code: 'NotExists.InstanceId' } });
	expect(requests()).toHaveLength(1);
});

test('stops waiting when the execution is canceled', async () => {
	const [job] = await calls(1);
	const startedAt = Date.now();
	await get([`${String(job)}-never`], { started: ({ cancel }) => setTimeout(cancel, 150) });
	const before = requests().length;
	await new Promise((resolve) => setTimeout(resolve, 800));
	expect(requests()).toHaveLength(before);
	expect(Date.now() - startedAt).toBeLessThan(3000);
});

test('without a download, the output is the temporary address', async () => {
	const [job] = await calls(1);
	const { outputs } = await get([job], { parameters: { download: false }, additionalFields: { expireSeconds: 300 } });
	expect(outputs[0]?.[0]?.json.recordingUrl).toMatch(new RegExp(`^${vendor.url}/recordings/${String(job)}.wav\\?.*Signature=`));
	expect(outputs[0]?.[0]?.binary).toBeUndefined();
	expect(requests().at(-1)?.params).toMatchObject({ ExpireSeconds: '300' });
});

test('the binary field has the name that the user wants', async () => {
	const { outputs } = await get(await calls(1), { parameters: { binaryPropertyName: 'recording' } });
	expect(Object.keys(outputs[0]?.[0]?.binary ?? {})).toEqual(['recording']);
});

describe('an archived recording', () => {
	it('is restored and downloaded if the user wants that', async () => {
		const [job] = await calls(1);
		vendor.recordings.archive(String(job));
		const { outputs, error } = await get([job], { additionalFields: { restoreArchived: true } });
		expect(error).toBeUndefined();
		expect(content(outputs[0]?.[0])).toEqual(recording(String(job)));
		expect(requests('RestoreArchivedRecordings').length).toBeGreaterThan(1);
	});

	it('is otherwise an error that says what to do', async () => {
		const [job] = await calls(1);
		vendor.recordings.archive(String(job));
		const { json } = await get([job], { settings: goOn });
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/archived.*'Restore Archived'/), details: { code: 'RECORDING_ARCHIVED' } });
		expect(requests('RestoreArchivedRecordings')).toEqual([]);
	});
});

describe.each([
	['/large.wav', 'DOWNLOAD_TOO_LARGE', /larger than 1 MB.*'Max Size/],
	['/endless.wav', 'DOWNLOAD_TOO_LARGE', /larger than 1 MB/],
	['/silent.wav', 'DOWNLOAD_TIMEOUT', /longer than 1 seconds.*'Download Timeout/],
	['/moved.wav', 'DOWNLOAD_REFUSED', /HTTP 302, and redirects are not followed/],
	['/denied.wav', 'DOWNLOAD_REFUSED', /HTTP 403 \(AccessDenied\)/],
	['/empty.wav', 'DOWNLOAD_EMPTY', /is empty/],
])('%s', (path, code, reason) => {
	const limits = { maxSizeMegabytes: 1, downloadTimeoutSeconds: 1 };
	const isSecret = (value: unknown) => /top-secret|127\.0\.0\.1:\d+\//.test(JSON.stringify(value));

	it('ends the node without showing the address', async () => {
		pretendAddress(`${storage.url}${path}?${SECRET}`);
		const { error } = await get(['job-1'], { additionalFields: limits });
		expect(error?.message).toMatch(reason);
		expect(error?.context.data).toEqual({ code, outcome: 'rejected' });
		expect(isSecret([error, error?.message, error?.stack, error?.description])).toBe(false);
		expect(asked).toEqual([path]);
	});

	it('is the failure of its item alone with Continue on Fail', async () => {
		jest.spyOn(vendor.recordings, 'get').mockImplementation((_center, { ContactId = '' }) => {
			const url = ContactId === 'bad' ? `${storage.url}${path}?${SECRET}` : `${storage.url}/cut.wav`;
			return { Duration: 1000, FileName: 'good.wav', FileUrl: url };
		});
		const { outputs, json } = await get(['bad', 'good'], { additionalFields: limits, settings: goOn });
		expect(json[0]).toEqual({ error: expect.stringMatching(reason), details: { code, outcome: 'rejected' } });
		expect(content(outputs[0]?.[1]).toString()).toBe('all of it');
		expect(isSecret(json)).toBe(false);
	});
});

test('a cut download is repeated, with a new address', async () => {
	pretendAddress(`${storage.url}/cut.wav?${SECRET}`);
	const { outputs } = await get(['job-1']);
	expect(content(outputs[0]?.[0]).toString()).toBe('all of it');
	expect(requests()).toHaveLength(2);
});

test.each(['http://169.254.169.254/latest/meta-data', 'https://recordings.example.com/a.wav', 'not a URL'])('%s is not asked, because the user does not trust the host', async (url) => {
	pretendAddress(url);
	const { json } = await get(['job-1'], { settings: goOn });
	expect(json[0]).toEqual({ error: expect.stringMatching(/'Recording Hosts'/), details: { code: 'HOST_NOT_TRUSTED', outcome: 'rejected' } });
	expect(JSON.stringify(json)).not.toContain(url);
});

test('a host that is not one is named', async () => {
	const { error } = await get(['job-1'], { additionalFields: { recordingHosts: 'https://x/path' } });
	expect(error?.message).toMatch(/'Recording Hosts' contains "https:\/\/x\/path"/);
	expect(requests()).toEqual([]);
});
