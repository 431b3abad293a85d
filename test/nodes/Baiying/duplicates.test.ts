import { randomUUID } from 'node:crypto';
import { fixture, fixtureText, inner } from './support/fixtures';
import { open, startTrigger, type RunningTrigger, type TriggerSetup } from './support/trigger';

const body = fixtureText('callRecord');

let triggers: RunningTrigger[] = [];

async function start(setup: TriggerSetup = {}): Promise<RunningTrigger> {
	const trigger = await startTrigger(open(setup));
	triggers.push(trigger);
	return trigger;
}

afterEach(async () => {
	await Promise.all(triggers.map(async (trigger) => await trigger.close()));
	triggers = [];
});

/** Records on command. */
function gate() {
	let release: () => void = () => {};
	let slam: () => void = () => {};
	const passed = new Promise<void>((resolve, reject) => {
		release = resolve;
		slam = () => reject(new Error('database is down'));
	});
	return { record: async () => await passed, release, slam };
}

test('the same delivery twice starts one run', async () => {
	const trigger = await start();
	for (let copy = 0; copy < 28; copy += 1) {
		expect(await trigger.post(body)).toMatchObject({ status: 200, body: 'success', contentType: 'text/plain; charset=utf-8' });
	}
	expect(trigger.items).toHaveLength(1);
});

test('even if it is written differently or sent as another content type', async () => {
	const trigger = await start();
	await trigger.post(body);
	await trigger.post(JSON.stringify(JSON.parse(body)), { contentType: 'text/plain' });
	expect(trigger.items).toHaveLength(1);
});

test('a later change to the same call starts another', async () => {
	const trigger = await start();
	await trigger.post(body);
	const changed = fixture('callRecord');
	Object.assign(inner(changed).sceneInstance as object, { gmtModified: '2019-01-13 08:00:00' });
	await trigger.post(changed);
	expect(trigger.items).toHaveLength(2);
});

test('two copies at the same moment start one run, and neither is answered before it is recorded', async () => {
	const { record, release } = gate();
	const trigger = await start({ record });
	let answers = 0;
	const copies = Array.from({ length: 5 }, async () => {
		const reply = await trigger.post(body);
		answers += 1;
		return reply;
	});
	await new Promise((resolve) => setTimeout(resolve, 150));
	expect(answers).toBe(0);
	release();
	expect((await Promise.all(copies)).map(({ body: text }) => text)).toEqual(Array(5).fill('success'));
	expect(trigger.items).toHaveLength(1);
});

test('when the first run could not be recorded, a waiting copy starts its own', async () => {
	const first = gate();
	const records = [first.record, async () => {}];
	const trigger = await start({ record: async () => await records.shift()?.() });
	const one = trigger.post(body);
	await new Promise((resolve) => setTimeout(resolve, 60));
	const two = trigger.post(body);
	await new Promise((resolve) => setTimeout(resolve, 60));
	first.slam();
	expect(await one).toMatchObject({ status: 500 });
	expect(await two).toMatchObject({ status: 200, body: 'success' });
	expect(trigger.items).toHaveLength(1);
});

test('when the first run could not be recorded, the next attempt starts one', async () => {
	let isDown = true;
	const trigger = await start({
		record: async () => {
			if (isDown) throw new Error('database is down');
		},
	});
	expect(await trigger.post(body)).toMatchObject({ status: 500 });
	isDown = false;
	expect(await trigger.post(body)).toMatchObject({ status: 200 });
	expect(await trigger.post(body)).toMatchObject({ status: 200 });
	expect(trigger.items).toHaveLength(1);
});

test('when Baiying hangs up before the answer, what counts is whether the run was recorded', async () => {
	const { record, release } = gate();
	const trigger = await start({ record });
	const controller = new AbortController();
	const lost = trigger.post(body, { signal: controller.signal }).catch(() => 'hung up');
	await new Promise((resolve) => setTimeout(resolve, 60));
	controller.abort();
	expect(await lost).toBe('hung up');
	const copy = trigger.post(body);
	await new Promise((resolve) => setTimeout(resolve, 60));
	release();
	expect(await copy).toMatchObject({ status: 200, body: 'success' });
	expect(trigger.items).toHaveLength(1);
});

test('a refused copy is not remembered', async () => {
	const trigger = await start({ parameters: { authentication: 'callbackToken' }, credential: { token: 'sandbox-callback-token' } });
	expect(await trigger.post(body)).toMatchObject({ status: 401 });
	await trigger.post(body, { query: '?token=sandbox-callback-token' });
	expect(trigger.items).toHaveLength(1);
});

test('every node has a memory of its own; the same node keeps it when the workflow is published again', async () => {
	const nodeId = randomUUID();
	const [one, again, other] = [await start({ nodeId }), await start({ nodeId }), await start()];
	await one.post(body);
	await again.post(body);
	await other.post(body);
	expect([one, again, other].map(({ items }) => items.length)).toEqual([1, 0, 1]);
});

test('grade B, then C, then B again are three changes', async () => {
	const trigger = await start();
	const change = (grade: string) => JSON.parse(fixtureText('intentionChange').replace('"B"', `"${grade}"`)) as unknown;
	for (const grade of ['B', 'B', 'C', 'C', 'B', 'B']) await trigger.post(change(grade));
	expect(trigger.json().map(({ intention }) => (intention as { grade: string }).grade)).toEqual(['B', 'C', 'B']);
});

test.each<[string, TriggerSetup]>([
	['switched off', { parameters: { options: { skipDuplicates: false } } }],
	['listening for a test event', { mode: 'manual' }],
])('%s: every copy starts a run', async (_, setup) => {
	const trigger = await start(setup);
	await trigger.post(body);
	await trigger.post(body);
	expect(trigger.items).toHaveLength(2);
});
