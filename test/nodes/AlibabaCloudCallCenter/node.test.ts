import type { IDataObject, INode, NodeParameterValueType } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { retried } from '../../support/runNode';
import { toolOf } from '../../support/toolCall';
import { call, KEY, locator, phones, START, start, vendor, world } from './support';

beforeEach(async () => await start());
afterEach(async () => await vendor.close());

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };

/** How often the caller's phone rang for each job: each placed call rings it once. */
function placedFor(phone: string): number {
	return vendor.calls().filter((placed) => placed.callee === phone).length;
}

describe('start back-to-back call, keys and survey', () => {
	it('runs the three operations one after another on one call', async () => {
		for (const phone of [START.caller, '13720000000']) world.phones.setBehaviour(phone, { talkMs: 3_600_000 });
		const started = await call();
		const { jobId, channels } = started.json[0] as { jobId: string; channels: IDataObject[] };
		expect(started.error).toBeUndefined();
		expect(channels.map(({ destination }) => destination)).toContain('13720000000');

		const keys = await call({
			parameters: { resource: 'call', operation: 'sendDtmfSignaling', instanceId: locator('ccc-test'), jobId, channelId: String(channels[1]?.channelId), dtmf: 1 },
		});
		expect(keys.error).toBeUndefined();
		expect(vendor.pressed()).toMatchObject([{ jobId, dtmf: '1' }]);

		const survey = await call({
			parameters: {
				resource: 'call',
				operation: 'launchSurvey',
				instanceId: locator('ccc-test'),
				jobId,
				contactFlowId: locator('survey-flow-1'),
				additionalFields: { contactFlowVariables: '{ "orderId": "中 42" }' },
			},
		});
		expect(survey.error).toBeUndefined();
		expect(survey.json[0]).toMatchObject({ jobId });
		expect(vendor.surveys()).toMatchObject([{ jobId, contactFlowId: 'survey-flow-1' }]);
	});

	it('returns the whole answer when not simplified, without names that expressions refuse', async () => {
		const { json } = await call({ parameters: { ...START, simplify: false } });
		expect(json[0]).toMatchObject({ callContext: { jobId: expect.any(String), channelContexts: expect.any(Array) }, requestId: expect.any(String) });
		expect(JSON.stringify(json)).not.toMatch(/"(caller|callee)":/);
	});

	it('works with a temporary access key', async () => {
		expect((await call({ key: { securityToken: 'sandbox-sts-token' } })).error).toBeUndefined();
		expect((await call({ key: { securityToken: 'old' } })).error?.message).toMatch(/security token/);
	});

	it('keeps the order and the pairing of many items', async () => {
		const { outputs } = await call({ items: phones(60), parameters: { ...START, options: { concurrency: 20 } } });
		const items = outputs[0] ?? [];
		const callees = items.map(({ json }) => (json.channels as IDataObject[])[1]?.destination);
		expect(callees).toEqual(phones(60).map(({ phone }) => phone));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(phones(60).map((_, item) => ({ item })));
	});
});

describe('input that cannot be right is refused before anything is sent', () => {
	const dtmf = { resource: 'call', operation: 'sendDtmfSignaling', instanceId: locator('ccc-test'), jobId: 'job-1', channelId: 'ch', dtmf: '1' };
	const survey = { resource: 'call', operation: 'launchSurvey', instanceId: locator('ccc-test'), jobId: 'job-1', contactFlowId: locator('') };
	it.each<[string, Record<string, NodeParameterValueType>, RegExp]>([
		['blank number', { ...START, callee: '  ' }, /'Callee' is empty: .*13720000000/],
		['no broker', { ...START, broker: locator('={{ $json.none }}') }, /'Broker' is empty: choose one from the list/],
		['DTMF keys', { ...dtmf, dtmf: '5x' }, /'DTMF Keys' is "5x": use only the keys 0 to 9, \* and #/],
		['tags', { ...START, additionalFields: { tags: '备'.repeat(43) } }, /'Tags' .* 129 bytes, shorten it to at most 128 bytes/],
		['time-out', { ...START, additionalFields: { timeoutSeconds: 0 } }, /'Ring Timeout \(Seconds\)' is 0: use a whole number of seconds from 1 to 300/],
		['JSON', { ...survey, additionalFields: { contactFlowVariables: '{ orderId: 1 }' } }, /'Contact Flow Variables' is .* not JSON: enter a JSON object/],
		['JSON list', { ...survey, additionalFields: { contactFlowVariables: '[1]' } }, /'Contact Flow Variables' is a list: enter a JSON object/],
		['SMS survey', { ...survey, additionalFields: { surveyChannel: 'SMS' } }, /'SMS Metadata ID' is empty/],
	])('%s', async (_, parameters, message) => {
		const { error } = await call({ parameters });
		expect(error?.message).toMatch(message);
		expect(vendor.requests).toBe(0);
	});

	it('takes 128 bytes of tags', async () => {
		expect((await call({ parameters: { ...START, additionalFields: { tags: `${'备'.repeat(42)}ab` } } })).error).toBeUndefined();
	});

	it('fails one item for an expression that cannot be read, not the others', async () => {
		const { json } = await call({ items: [{ phone: '13720000000' }, {}], settings: goOn, parameters: { ...START, callee: '={{ $json.phone.trim() }}' } });
		expect(json[0]).toHaveProperty('jobId');
		expect(json[1]).toMatchObject({ details: { code: 'InvalidInput', outcome: 'rejected' } });
	});
});

describe('what the vendor refuses', () => {
	it('is reported with what is wrong, what to do, and the request id', async () => {
		const { error } = await call({ parameters: { ...START, broker: locator('01000000000') } });
		expect(error?.message).toMatch(/broker number does not belong to this instance/);
		expect(error?.description).toMatch(/Code: NotExists.Number · Message: The specified number 01000000000 does not exist in instance ccc-test\.? · Request ID: /);
	});

	it('is a refusal even when it comes with HTTP 200', async () => {
		await start({ errorsInHttp200: true });
		const { error } = await call({ parameters: { ...START, instanceId: locator('no-such') } });
		expect(error?.message).toMatch(/instance does not exist/);
	});

	it('includes a wrong secret, which is explained without showing a secret or a signature', async () => {
		const { error } = await call({ key: { accessKeySecret: 'wrong-secret-value' } });
		expect(error?.message).toMatch(/access key secret/);
		const shown = JSON.stringify(error);
		expect(shown).not.toMatch(/wrong-secret-value|Signature=|x-acs-signature/i);
	});

	it('is returned under continue on fail as an error with its details, paired', async () => {
		const { outputs } = await call({ settings: goOn, parameters: { ...START, instanceId: locator('no-such') } });
		expect(outputs[0]).toEqual([
			{
				json: {
					error: expect.stringMatching(/instance does not exist/),
					details: { code: 'NotExists.InstanceId', requestId: expect.any(String), outcome: 'rejected' },
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('sends failed items to the error output and the others to the first', async () => {
		const { outputs } = await call({
			settings: { onError: 'continueErrorOutput' },
			items: [{ phone: '13720000000' }, { phone: ' ' }, { phone: '13720000002' }],
		});
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[1]?.map(({ json }) => json.details)).toEqual([{ code: 'InvalidInput', outcome: 'rejected' }]);
	});

	it('is sent again after a pause when it was one request too many', async () => {
		await start({ requestsPerSecond: 5, retryAfterMs: 100 });
		const { json, error } = await call({ items: phones(12) });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(12);
		expect(phones(12).map(({ phone }) => placedFor(String(phone)))).toEqual(Array(12).fill(1));
	});
});

describe('at most one ring', () => {
	const retry: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

	it.each([
		['cutAfter', 1, 'unknown'],
		['errorAfter', 1, 'unknown'],
		['garbage', 1, 'unknown'],
		['errorBefore', 0, 'unknown'],
		['cutBefore', 0, 'unknown'],
		['refuse', 0, 'rejected'],
	] as const)('%s is not sent again: placed %d time(s), %s', async (kind, placed, outcome) => {
		world.faults.add({ vendor: 'alibaba', kind, operation: 'StartBack2BackCall' });
		const { json } = await call({ settings: goOn });
		expect(json[0]?.details).toMatchObject({ outcome });
		expect(placedFor('13720000000')).toBe(placed);
		expect(vendor.requests).toBe(1);
	});

	it('a silent vendor: the outcome is unknown after the time-out', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'hang' });
		const { json } = await call({ settings: goOn, parameters: { ...START, options: { timeoutSeconds: 1 } } });
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/did not answer in time\. .*phones may have rung/), details: { outcome: 'unknown' } });
	});

	it('a vendor that cannot be reached: nothing was sent, and the message says so', async () => {
		const { json } = await call({ settings: goOn, key: { endpoint: 'http://127.0.0.1:9' } });
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/^127\.0\.0\.1:9 refused the connection\./), details: { code: 'ECONNREFUSED', outcome: 'rejected' } });
	});

	it('Retry on Fail with continue: what was dialed or may have been is not dialed again', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', every: 3 });
		const { json } = await call({ items: phones(30), settings: { ...retry, ...goOn } });
		expect(phones(30).map(({ phone }) => placedFor(String(phone)))).toEqual(Array(30).fill(1));
		expect(json.filter(({ details }) => (details as IDataObject)?.outcome === 'unknown')).toHaveLength(10);
	});

	it('Retry on Fail runs again when the first item failed, and dials only what was refused', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', match: { Callee: '13720000000' }, times: 1 });
		world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', match: { Callee: '13720000001' }, times: 1 });
		const { json } = await call({ items: phones(3), settings: { ...retry, ...goOn } });
		expect(json.map((item) => (item.details as IDataObject)?.outcome ?? 'done')).toEqual(['done', 'unknown', 'done']);
		expect(phones(3).map(({ phone }) => placedFor(String(phone)))).toEqual([1, 1, 1]);
	});

	it('Retry on Fail of a node that stops at an error: nobody is rung twice, and the error names every unknown outcome', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', match: { Callee: '13720000002' }, times: 1 });
		world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', match: { Callee: '13720000003' }, times: 1 });
		const { error } = await call({ items: phones(20), settings: retry });
		expect(error?.message).toMatch(/phones may have rung/);
		expect(error?.context.data).toMatchObject({ outcome: 'unknown' });
		expect(error?.description).toMatch(/Also failed: item 3 \(outcome unknown\)/);
		expect(Math.max(...phones(20).map(({ phone }) => placedFor(String(phone))))).toBe(1);
		expect(placedFor('13720000002')).toBe(1);
	});

	it('a failed execution that is retried from the executions list continues where it stopped', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', match: { Callee: '13720000003' }, times: 1 });
		const first = await call({ items: phones(6), parameters: { ...START, options: { concurrency: 1 } } });
		expect(first.error).toBeDefined();
		const second = await call({ items: phones(6), resume: retried(first) });
		expect(second.error).toBeUndefined();
		expect(second.json).toHaveLength(6);
		expect(phones(6).map(({ phone }) => placedFor(String(phone)))).toEqual(Array(6).fill(1));
	});
});

describe('as the tool of an AI agent', () => {
	const phone = '13720000000';

	function tool(settings: Partial<INode> = {}) {
		const data = { ...KEY, endpoint: vendor.url };
		return toolOf({
			type: new AlibabaCloudCallCenter(),
			credentials: [{ type: new AlibabaCloudAccessKeyApi(), data }],
			parameters: { ...START, callee: "={{ $fromAI('phone') }}" },
			settings,
		});
	}

	it('calls the number that the agent names, and again when the agent wants another call', async () => {
		const dial = tool();
		expect(await dial({ phone })).toContain('jobId');
		expect(await dial({ phone })).toContain('jobId');
		expect(placedFor(phone)).toBe(2);
	});

	it('does not dial again after an unknown outcome, although each of the retries is a run of its own', async () => {
		world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', times: 1 });
		const dial = tool({ retryOnFail: true, maxTries: 3, waitBetweenTries: 0 });
		await expect(dial({ phone })).rejects.toThrow(/phones may have rung/);
		await expect(dial({ phone })).rejects.toThrow(/phones may have rung/);
		expect(placedFor(phone)).toBe(1);
		expect(await dial({ phone: '13720000001' })).toContain('jobId');
	});
});
