import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { recording } from '../../../../sandbox/tone';
import { call, start, vendor, world } from '../support';
import { forget, TestN8n } from './support';

const EVENTS = ['callEnded', 'recordingReady'];

let n8n: TestN8n;

beforeEach(async () => {
	forget();
	await start({ recordingLagMs: 0 }, 1);
	n8n = new TestN8n();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await n8n.deactivate();
});
afterAll(async () => await vendor.close());

/** The trigger may download from the sandbox, which is not Alibaba Cloud's own storage. */
const parameters = (options: IDataObject = {}) => ({ events: EVENTS, options: { downloadRecording: true, recordingHosts: vendor.url, ...options } });

/** A call that was answered, and is over. */
async function ended(): Promise<string> {
	for (const phone of ['13918140000', '13720000000']) world.phones.setBehaviour(phone, { ringMs: 0, talkMs: 0 });
	await call();
	while (vendor.calls().some(({ endedAt }) => endedAt === undefined)) await new Promise((resolve) => setTimeout(resolve, 5));
	return String(vendor.calls().at(-1)?.jobId);
}

async function reported(): Promise<Record<string, INodeExecutionData | undefined>> {
	await n8n.poll();
	return Object.fromEntries([...n8n.runs.values()].map((item) => [String(item.json.event), item]));
}

const asked = () => vendor.admitted().filter(({ action }) => action === 'GetMonoRecording').length;
const content = ({ binary }: INodeExecutionData = { json: {} }) => Buffer.from(binary?.recording?.data ?? '', 'base64');

/** The vendor says that the recording is there. */
function pretendAddress(url: string): void {
	jest.spyOn(vendor.recordings, 'get').mockReturnValue({ Duration: 1000, FileName: 'job.wav', FileUrl: url });
}

describe('Download Recording', () => {
	it('puts the recording into the item, when it is ready', async () => {
		await n8n.activate(parameters());
		const jobId = await ended();
		const { callEnded, recordingReady } = await reported();

		expect(recordingReady?.json).toMatchObject({ event: 'recordingReady', jobId });
		expect(recordingReady?.binary?.recording).toMatchObject({ fileName: `${jobId}.wav`, mimeType: 'audio/wav' });
		expect(content(recordingReady)).toEqual(recording(jobId));
		expect(callEnded?.json).toMatchObject({ event: 'callEnded', jobId });
		expect(callEnded?.binary).toBeUndefined();
		expect(asked()).toBe(1);
	});

	it('is off by default', async () => {
		await n8n.activate({ events: EVENTS });
		await ended();
		const { recordingReady } = await reported();

		expect(recordingReady?.json.recordingReady).toBe(true);
		expect(recordingReady?.binary).toBeUndefined();
		expect(asked()).toBe(0);
	});

	it('needs the event Recording Ready', async () => {
		await expect(n8n.activate({ ...parameters(), events: ['callEnded'] })).rejects.toThrow("'Download Recording' needs the event Recording Ready");
	});

	it('also downloads when the trigger is tested in the editor', async () => {
		const jobId = await ended();

		expect(content(await n8n.test({ ...parameters(), events: ['recordingReady'] }))).toEqual(recording(jobId));
	});
});

describe('a recording that cannot be downloaded does not cost the event', () => {
	async function failed(): Promise<string> {
		const jobId = await ended();
		const { recordingReady } = await reported();
		expect(recordingReady?.json).toMatchObject({ event: 'recordingReady', jobId });
		expect(recordingReady?.binary).toBeUndefined();
		return String(recordingReady?.json.recordingError);
	}

	it('when its host is not trusted', async () => {
		await n8n.activate(parameters({ recordingHosts: '' }));
		const error = await failed();

		expect(error).toMatch(/not in the storage of Alibaba Cloud.*'Recording Hosts'/);
		expect(error).not.toContain('Signature');
	});

	it('when the storage refuses it', async () => {
		await n8n.activate(parameters());
		pretendAddress(`${vendor.url}/recordings/job.wav?Signature=top-secret`);
		const error = await failed();

		expect(error).toBe("The recording could not be downloaded: the host answered with HTTP 403 (SignatureDoesNotMatch). The action 'Get recording' can try again");
		expect(asked()).toBe(1);
	});

	it('when nobody answers, after three tries', async () => {
		await n8n.activate(parameters({ recordingHosts: 'http://127.0.0.1:9' }));
		pretendAddress('http://127.0.0.1:9/job.wav?Signature=top-secret');

		expect(await failed()).toMatch(/^The recording could not be downloaded: the connection failed \(ECONNREFUSED\)/);
		expect(asked()).toBe(3);
	});

	it('when there is no address', async () => {
		await n8n.activate(parameters());
		pretendAddress('');

		expect(await failed()).toMatch(/Alibaba Cloud returned no address for it/);
	});

	it('when the vendor refuses to say the address', async () => {
		await n8n.activate(parameters());
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', operation: 'GetMonoRecording' });

		expect(await failed()).toMatch(/AliyunCCCFullAccess/);
	});
});

it('asks a busy vendor for the address again', async () => {
	await n8n.activate(parameters());
	const jobId = await ended();
	world.faults.add({ vendor: 'alibaba', kind: 'throttle', operation: 'GetMonoRecording', times: 2 });
	const { recordingReady } = await reported();

	expect(content(recordingReady)).toEqual(recording(jobId));
});

it('an event whose recording is still on its way when the workflow is switched off is reported when it is on again', async () => {
	await n8n.activate({ ...parameters(), events: ['recordingReady'] });
	await ended();
	world.faults.add({ vendor: 'alibaba', kind: 'throttle', operation: 'GetMonoRecording', times: 1 });
	const poll = n8n.poll();
	while (asked() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	await n8n.deactivate();
	await poll;
	await new Promise((resolve) => setTimeout(resolve, 400));
	expect(n8n.runs.size).toBe(0);

	await n8n.activate({ ...parameters(), events: ['recordingReady'] });
	expect([...n8n.runs.values()].map(({ binary }) => Object.keys(binary ?? {}))).toEqual([['recording']]);
});
