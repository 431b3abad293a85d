import type { INode } from 'n8n-workflow';
import { startAicc, type AiccVendor } from '../../../../sandbox/huawei/aicc';
import type { Answer } from '../../../../sandbox/phones';
import { createWorld, type World } from '../../../../sandbox/world';
import { retried, type NodeRun } from '../../../support/runNode';
import { CALL, phones, runAicc, type ToRun } from './support';

const [PHONE, SALES] = ['13720000000', '13910000000'];
const PARAMETERS = { caller: '={{ $json.salesPhone }}', called: '={{ $json.phone }}', waitFor: 'ended', waitTimeoutSeconds: 60 };
const retry: Partial<INode> = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
const POLLS = ['queryCallState', 'queryCallDetailRecord'];

let world: World;
let vendor: AiccVendor;

beforeEach(async () => {
	world = createWorld({ speed: 50 });
	vendor = await startAicc(world);
});
afterEach(async () => await vendor.close());

async function call({ parameters, ...rest }: Partial<ToRun> = {}): Promise<NodeRun> {
	return await runAicc(vendor, { ...CALL, items: phones(1), parameters: { ...PARAMETERS, ...parameters }, ...rest });
}

function polls(): string[] {
	return vendor.requests.map(({ operation }) => operation).filter((operation) => POLLS.includes(operation));
}

function refusePolls(times: number): void {
	for (const operation of POLLS) world.faults.add({ vendor: 'huawei', operation, kind: 'refuse', times });
}

const neverHangUp = () => [PHONE, SALES].forEach((phone) => world.phones.setBehaviour(phone, { talkMs: 10_000_000 }));

it('returns the result of a call that has ended, with all digits of its number', async () => {
	const [json] = (await call()).json;
	expect(json).toEqual({
		callSerialNo: vendor.calls()[0]?.callSerialNo,
		outcome: 'ended',
		caller: SALES,
		called: PHONE,
		callResult: 'answered',
		tryAgain: 'never',
		reasonCode: '0',
		startedAt: expect.stringMatching(/Z$/),
		endedAt: expect.stringMatching(/Z$/),
	});
});

it.each<[string, string, Answer, object]>([
	['customer does not answer', PHONE, 'noAnswer', { callResult: 'noAnswer', tryAgain: 'later', reasonCode: '5', failureReason: 'The called party did not answer' }],
	['customer is busy', PHONE, 'busy', { callResult: 'unreachable', tryAgain: 'later', reasonCode: '3' }],
	['caller does not answer', SALES, 'noAnswer', { callResult: 'noAnswer', tryAgain: 'soon', reasonCode: '4', failureReason: expect.stringContaining('the called party was not rung') }],
	['caller is busy', SALES, 'busy', { callResult: 'lineFault', tryAgain: 'soon', reasonCode: '2' }],
])('reports a failed call: the %s', async (_, phone, answer, expected) => {
	world.phones.setBehaviour(phone, { answer });
	expect((await call()).json[0]).toMatchObject({ outcome: 'failed', ...expected });
});

it('does not wait unless it is told to', async () => {
	expect((await call({ parameters: { waitFor: 'accepted' } })).json[0]).toMatchObject({ outcome: 'accepted' });
	expect(polls()).toEqual([]);
});

it('asks for twenty calls together, at most once per second', async () => {
	const startedAt = Date.now();
	const { json } = await call({ items: phones(20), parameters: { options: { concurrency: 20 } } });
	const seconds = (Date.now() - startedAt) / 1000;
	expect(json.map(({ outcome }) => outcome)).toEqual(Array(20).fill('ended'));
	expect(polls().length).toBeLessThanOrEqual(seconds + 1);
	expect(polls().length).toBeLessThanOrEqual(5);
});

it('waits through a vendor that throttles and one that fails', async () => {
	world.faults.add({ vendor: 'huawei', operation: 'queryCallState', kind: 'throttle' });
	world.faults.add({ vendor: 'huawei', operation: 'queryCallState', kind: 'errorBefore' });
	expect((await call()).json[0]).toMatchObject({ outcome: 'ended' });
}, 15_000);

it('reports a call that lasts longer than the limit as a timeout, which is no failure', async () => {
	neverHangUp();
	const { json, error } = await call({ parameters: { waitTimeoutSeconds: 1 } });
	expect(error).toBeUndefined();
	expect(json[0]).toMatchObject({ callSerialNo: expect.any(String), outcome: 'timeout' });
	expect(json[0]).not.toHaveProperty('callResult');
});

it('fails with an unknown outcome when it may not ask, waits again in a retry, and the phones ring once', async () => {
	refusePolls(100);
	const first = await call({ settings: retry });
	expect(first.error?.message).toMatch(/The end of the call \d{19} could not be waited for: .*The call itself was placed, and it was not placed again/);
	expect(first.error?.context.data).toMatchObject({ outcome: 'unknown' });
	world.faults.clear();
	const second = await call({ resume: retried(first) });
	expect(second.json[0]).toMatchObject({ outcome: 'ended', callResult: 'answered' });
	expect(vendor.calls()).toHaveLength(1);
	expect(world.phones.timesRung(PHONE)).toBe(1);
});

it('ends at once when the execution is canceled', async () => {
	neverHangUp();
	let canceledAt = Infinity;
	await call({
		started: ({ cancel }) =>
			setTimeout(() => {
				canceledAt = Date.now();
				cancel();
			}, 1200),
	});
	expect(Date.now() - canceledAt).toBeLessThan(500);
	expect(vendor.calls()).toHaveLength(1);
});
