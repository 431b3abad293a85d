import type { INode } from 'n8n-workflow';
import type { Fault } from '../../../sandbox/faults';
import { retried } from '../../support/runNode';
import { AgentExecution } from '../../support/toolCall';
import { AlibabaCloudAccessKeyApi } from '../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { call, KEY, phones, START, start, vendor, world } from './support';

const LIST = 'ListCallDetailRecordsV2';
const WAIT = { ...START, waitFor: 'ended' };
const PHONE = '13720000000';
const retry: Partial<INode> = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };

beforeEach(async () => await start());
afterEach(async () => await vendor.close());

function fault(kind: Fault['kind'], rest: Partial<Fault> = {}): void {
	world.faults.add({ vendor: 'alibaba', operation: LIST, kind, ...rest });
}

function polls(): number {
	return vendor.admitted().filter(({ action }) => action === LIST).length;
}

it('returns the result and the record of a call that has ended, beside what it returned before', async () => {
	world.phones.setBehaviour(PHONE, { answer: 'busy' });
	const [json] = (await call({ parameters: WAIT })).json;
	expect(json).toMatchObject({
		jobId: expect.stringMatching(/^job-/),
		channels: expect.any(Array),
		requestId: expect.any(String),
		outcome: 'ended',
		callResult: 'busy',
		tryAgain: 'soon',
		durationSeconds: expect.any(Number),
		record: { disposition: 'noAnswer', earlyMediaState: 'Busy', callResult: 'busy', releasedAt: expect.any(String) },
	});
});

it('returns the record as it came without Simplify', async () => {
	const [json] = (await call({ parameters: { ...WAIT, simplify: false } })).json;
	expect(json).toMatchObject({ outcome: 'ended', record: { contactDisposition: 'Success', releaseTime: expect.any(Number), callResult: 'answered' } });
});

it('says when to call again, where the user has planned that', async () => {
	world.phones.setBehaviour(PHONE, { answer: 'busy' });
	const retryPlan = { callResults: ['busy'], afterMinutes: '10', attempt: '={{ $json.nextAttempt?.number }}' };
	const before = Date.now();
	const [first] = (await call({ parameters: { ...WAIT, retryPlan } })).json;
	const { number, at } = first?.nextAttempt as { number: number; at: string };
	expect(number).toBe(2);
	expect(Date.parse(at) - before).toBeGreaterThanOrEqual(10 * 60_000);
	const [third] = (await call({ parameters: { ...WAIT, retryPlan }, items: [{ phone: PHONE, nextAttempt: { number: 3, at } }] })).json;
	expect(third?.nextAttempt).toBeNull();
});

it('does not wait unless it is told to', async () => {
	const [json] = (await call({ parameters: START })).json;
	expect(json).not.toHaveProperty('outcome');
	expect(polls()).toBe(0);
});

it('waits for a record that comes long after the end', async () => {
	await start({ recordLagMs: 200_000 });
	const [json] = (await call({ parameters: WAIT })).json;
	expect(json).toMatchObject({ outcome: 'ended', callResult: 'answered' });
	expect(polls()).toBeGreaterThan(2);
});

it('asks for twenty calls together', async () => {
	const { json } = await call({ items: phones(20), parameters: { ...WAIT, options: { concurrency: 20 } } });
	expect(json.map(({ outcome }) => outcome)).toEqual(Array(20).fill('ended'));
	expect(polls()).toBeLessThanOrEqual(3);
});

it('waits through a vendor that throttles and one that fails', async () => {
	fault('throttle', { times: 1 });
	fault('errorBefore', { times: 1 });
	const [json] = (await call({ parameters: WAIT })).json;
	expect(json).toMatchObject({ outcome: 'ended' });
});

it('reports a call that lasts longer than the limit as a timeout, which is no failure', async () => {
	world.phones.setBehaviour(PHONE, { talkMs: 10_000_000 });
	world.phones.setBehaviour('13918140000', { talkMs: 10_000_000 });
	const { json, error } = await call({ parameters: { ...WAIT, waitTimeoutSeconds: 1 } });
	expect(error).toBeUndefined();
	expect(json[0]).toMatchObject({ jobId: expect.any(String), outcome: 'timeout' });
	expect(json[0]).not.toHaveProperty('callResult');
});

describe('when the access key may not read records', () => {
	beforeEach(() => fault('refuse', { times: 100 }));

	it('fails with an unknown outcome and says that the call was placed', async () => {
		const { error } = await call({ parameters: WAIT });
		expect(error?.message).toMatch(/The end of the call job-\d+ could not be waited for: .*The call itself was placed, and it was not placed again/);
		expect(error?.context.data).toMatchObject({ outcome: 'unknown' });
	});

	it('waits again with Retry on Fail and in a retry by hand, and the phone rings once', async () => {
		const first = await call({ parameters: WAIT, settings: retry });
		expect(first.error).toBeDefined();
		world.faults.clear();
		const second = await call({ parameters: WAIT, resume: retried(first) });
		expect(second.json[0]).toMatchObject({ outcome: 'ended', callResult: 'answered' });
		expect(world.phones.timesRung(PHONE)).toBe(1);
		expect(vendor.calls()).toHaveLength(1);
	});

	it('places no second call for an AI agent that asks again', async () => {
		const credentials = [{ type: new AlibabaCloudAccessKeyApi(), data: { ...KEY, endpoint: vendor.url } }];
		const agent = new AgentExecution({ type: new AlibabaCloudCallCenter(), credentials, parameters: { ...WAIT, callee: "={{ $fromAI('phone') }}" } });
		await expect(agent.call({ phone: PHONE })()).rejects.toThrow(/was placed/);
		world.faults.clear();
		expect(await agent.call({ phone: PHONE })()).toMatchObject([{ outcome: 'ended' }]);
		expect(vendor.calls()).toHaveLength(1);
	});
});

it('keeps the original time limit in a retry', async () => {
	world.phones.setBehaviour(PHONE, { talkMs: 10_000_000 });
	world.phones.setBehaviour('13918140000', { talkMs: 10_000_000 });
	fault('refuse', { times: 1 });
	const parameters = { ...WAIT, waitTimeoutSeconds: 2 };
	const first = await call({ parameters });
	await new Promise((resolve) => setTimeout(resolve, 2000));
	const before = Date.now();
	const second = await call({ parameters, resume: retried(first) });
	expect(second.json[0]).toMatchObject({ outcome: 'timeout' });
	expect(Date.now() - before).toBeLessThan(1500);
});

it('ends at once when the execution is canceled', async () => {
	world.phones.setBehaviour(PHONE, { talkMs: 10_000_000 });
	world.phones.setBehaviour('13918140000', { talkMs: 10_000_000 });
	let canceledAt = Infinity;
	await call({
		parameters: WAIT,
		started: ({ cancel }) =>
			setTimeout(() => {
				canceledAt = Date.now();
				cancel();
			}, 1200),
	});
	expect(Date.now() - canceledAt).toBeLessThan(500);
	expect(vendor.calls()).toHaveLength(1);
});
