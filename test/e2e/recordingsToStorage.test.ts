import { example } from '../../sandbox/n8n/examples';
import type { SavedWorkflow } from '../../sandbox/n8n/rest';
import { recording } from '../../sandbox/tone';
import { Center } from '../sandbox/alibaba/center';
import { openBench, type Bench } from './bench';
import { ObjectStorage } from './objectStorage';

const [ANSWERS, ANSWERS_TOO, BUSY] = ['13720000001', '13720000002', '13720000003'] as const;
const EVERY_SECOND = { item: [{ mode: 'custom', cronExpression: '* * * * * *' }] };

const storage = new ObjectStorage();
let bench: Bench;
let workflow: SavedWorkflow;

beforeAll(async () => {
	// A recording comes a minute after its call, here three seconds.
	[bench] = await Promise.all([openBench({ speed: 20 }), storage.open()]);
	workflow = await imported();
	await bench.n8n.publish(workflow);
});
afterAll(async () => await Promise.all([bench.close(), storage.close()]));

/** The example, which asks more often and may download from the sandbox. */
async function imported(): Promise<SavedWorkflow> {
	const { n8n, sandbox } = bench;
	const credentials = [await bench.credential('alibabaCloudAccessKeyApi'), await n8n.createCredential('Object storage', 's3', storage.credential)];
	const file = example('recordings-to-storage.json', credentials);
	for (const { name, parameters } of file.nodes) {
		if (name === 'Recording Ready') Object.assign(parameters, { pollTimes: EVERY_SECOND });
		if (name === 'Get Recording') Object.assign(parameters.additionalFields as object, { recordingHosts: sandbox.alibaba.url });
	}
	return await n8n.createWorkflow(file);
}

/** Places a call to each number and waits until all calls are over. @returns the IDs of the calls */
async function called(...numbers: string[]): Promise<string[]> {
	const { alibaba, world } = bench.sandbox;
	const center = new Center(alibaba);
	for (const phone of [...numbers, '13918140000']) world.phones.setBehaviour(phone, { ringMs: 100, talkMs: 5000 });
	world.phones.setBehaviour(BUSY, { answer: 'busy' });
	for (const Callee of numbers) await center.ask('StartBack2BackCall', { Caller: '13918140000', Callee, Broker: '01021570000' });
	while (!center.isQuiet()) await new Promise((resolve) => setTimeout(resolve, 50));
	return alibaba.calls().map(({ jobId }) => jobId);
}

const asked = (name: string) => bench.sandbox.alibaba.admitted().filter(({ action }) => action === name);

test('each recording is stored once with its transcript, also an archived one and when the storage is busy', async () => {
	const { n8n, sandbox } = bench;
	storage.busyFor = 1;
	const ids = await called(ANSWERS, ANSWERS_TOO, BUSY);
	const recorded = ids.slice(0, 2);
	sandbox.alibaba.recordings.archive(String(recorded[1]));
	const day = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
	const runs = await n8n.waitForExecutions(workflow.id, 2, 120_000);

	expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
	expect([...storage.objects.keys()].sort()).toEqual(recorded.flatMap((id) => [`recordings/${day}/${id}.json`, `recordings/${day}/${id}.wav`]).sort());
	for (const id of recorded) {
		expect(storage.objects.get(`recordings/${day}/${id}.wav`)).toEqual(recording(id));
		const transcript: unknown = JSON.parse(String(storage.objects.get(`recordings/${day}/${id}.json`)));
		expect(transcript).toEqual({ phrases: [{ speaker: 'Role', words: 'Words', startMs: 1, endMs: 1 }] });
	}
	expect(asked('GetConversationDetail').map(({ params }) => params.ContactId).sort()).toEqual([...recorded].sort());
	expect(asked('RestoreArchivedRecordings').map(({ params }) => params.ContactIds)).toContain(JSON.stringify([recorded[1]]));
	expect(storage.uploads).toBe(5);
});

test('a recording that is stored is not stored again', async () => {
	const { n8n, sandbox } = bench;
	const before = sandbox.alibaba.requests;
	await n8n.unpublish(workflow);
	await n8n.publish(workflow);
	while (sandbox.alibaba.requests < before + 5) await new Promise((resolve) => setTimeout(resolve, 100));
	await n8n.unpublish(workflow);

	expect(await n8n.executions(workflow.id)).toHaveLength(2);
	expect(storage.uploads).toBe(5);
	expect(sandbox.alibaba.refused()).toEqual([]);
});
