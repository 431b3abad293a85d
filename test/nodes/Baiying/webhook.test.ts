import type { IDataObject } from 'n8n-workflow';
import { INTENTION_GRADES } from '../../../nodes/Baiying/callback/names';
import { fixture, fixtureText, inner, type FixtureName } from './support/fixtures';
import { open, startTrigger, type RunningTrigger, type TriggerSetup } from './support/trigger';

let trigger: RunningTrigger;

async function start(setup: TriggerSetup = {}): Promise<RunningTrigger> {
	trigger = await startTrigger(open(setup));
	return trigger;
}

afterEach(async () => {
	await trigger.close();
});

const startedRuns = () => trigger.items.length;

describe('a callback starts the workflow', () => {
	test.each<[FixtureName, string]>([
		['callRecord', 'callCompleted'],
		['jobStatus', 'jobStatusChanged'],
		['intentionChange', 'intentionChanged'],
		['inboundCall', 'inboundCallCompleted'],
		['openCallRecord', 'callCompleted'],
		['openJobStatus', 'jobStatusChanged'],
	])('%s', async (name, event) => {
		await start();
		expect(await trigger.post(fixtureText(name))).toEqual({
			status: 200,
			body: 'success',
			contentType: 'text/plain; charset=utf-8',
		});
		expect(trigger.json()).toMatchObject([{ event, deliveryId: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
	});

	test('the whole item of a call, keys in reading order', async () => {
		await start();
		await trigger.post(fixtureText('callRecord'));
		expect(Object.keys(trigger.json()[0] as IDataObject)).toEqual([
			'event',
			'deliveryId',
			'companyId',
			'jobId',
			'jobName',
			'callId',
			'customer',
			'callResult',
			'tryAgain',
			'outcome',
			'finishStatus',
			'durationSeconds',
			'rounds',
			'startedAt',
			'endedAt',
			'hungUpBy',
			'recordingUrl',
			'customerRecordingUrl',
			'intention',
			'labels',
			'results',
			'transcript',
			'properties',
			'jobFinished',
		]);
		expect(trigger.items[0]).not.toHaveProperty('binary');
	});

	test.each(['text/plain;charset=utf-8', 'application/octet-stream', 'application/x-www-form-urlencoded'])(
		'content type %s',
		async (contentType) => {
			await start();
			expect(await trigger.post(fixtureText('callRecord'), { contentType })).toMatchObject({ status: 200 });
			expect(trigger.json()).toMatchObject([{ callId: '1', customer: { phone: '137xxxxxxxx' } }]);
		},
	);

	test('bytes that are not UTF-8 are replaced, not refused', async () => {
		await start();
		const [head = '', tail = ''] = fixtureText('callRecord').split('2989');
		const body = Buffer.concat([Buffer.from(`\uFEFF${head}`), Buffer.from([0xff, 0xfe]), Buffer.from(tail)]);
		expect(await trigger.post(body)).toMatchObject({ status: 200 });
		expect(trigger.json()).toMatchObject([{ customer: { name: '\uFFFD\uFFFD' } }]);
	});

	test('with Simplify off: the body as it came, JSON in strings read', async () => {
		await start({ parameters: { simplify: false } });
		await trigger.post(fixtureText('callRecord'));
		const payload = fixture('callRecord');
		const call = inner(payload).sceneInstance as IDataObject;
		call.properties = JSON.parse(call.properties as string) as IDataObject;
		call.corpName = JSON.parse(call.corpName as string) as IDataObject;
		const [result] = inner(payload).taskResult as IDataObject[];
		result!.extra = { hitUserLevelConfigExtraId: 327809, hitUserLevelConfigId: 6 };
		const logs = (inner(payload).phoneLog as IDataObject).phoneLogs as IDataObject[];
		logs[1]!.userMeanDetail = [{ score: -1, answer: '游戏', ask: '什么游戏', knowledgeBaseId: 5061 }];
		expect(trigger.json()).toEqual([{ event: 'callCompleted', deliveryId: expect.any(String), payload }]);
	});

	test('an unknown event is passed through', async () => {
		const body = { code: 200, data: { dataType: 'SMS_RESULT', data: { companyId: 1, smsId: 5 } } };
		await start();
		expect(await trigger.post(body)).toMatchObject({ status: 200, body: 'success' });
		expect(trigger.json()).toEqual([{ event: 'unknown', deliveryId: expect.any(String), payload: body }]);
	});

	test('no output holds a key that expressions refuse', async () => {
		await start();
		for (const name of ['callRecord', 'inboundCall', 'openCallRecord'] as const) await trigger.post(fixtureText(name));
		expect(JSON.stringify(trigger.json())).not.toMatch(/"(caller|callee|arguments)":/);
	});
});

describe('anything that is not a callback is answered with 400 and starts nothing', () => {
	test.each([
		['', /not valid JSON/],
		['success', /not valid JSON/],
		['{"code":200', /not valid JSON/],
		['['.repeat(100_000), /not valid JSON/],
		[`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`, /not valid JSON/],
		['{}', /not a Baiying callback/],
		['[]', /not a Baiying callback/],
		['null', /not a Baiying callback/],
		['{"hello":"world"}', /not a Baiying callback/],
	])('%.20s', async (body, reason) => {
		await start();
		for (const contentType of ['application/json', 'text/plain']) {
			const reply = await trigger.post(body, { contentType });
			expect(reply.status).toBe(400);
			expect((JSON.parse(reply.body) as IDataObject).error).toMatch(reason);
		}
		expect(startedRuns()).toBe(0);
	});
});

describe('filters: a callback that they leave out is acknowledged and starts nothing', () => {
	const ALL: FixtureName[] = ['callRecord', 'jobStatus', 'intentionChange', 'inboundCall', 'openCallRecord', 'openJobStatus'];

	async function passing(parameters: TriggerSetup['parameters']): Promise<FixtureName[]> {
		await start({ parameters });
		const passed: FixtureName[] = [];
		for (const name of ALL) {
			const before = startedRuns();
			expect(await trigger.post(fixtureText(name))).toMatchObject({
				status: 200,
				body: 'success',
				contentType: 'text/plain; charset=utf-8',
			});
			if (startedRuns() > before) passed.push(name);
		}
		return passed;
	}

	test.each<[string, TriggerSetup['parameters'], FixtureName[]]>([
		['nothing set', {}, ALL],
		['events', { events: ['jobStatusChanged', 'inboundCallCompleted'] }, ['jobStatus', 'inboundCall', 'openJobStatus']],
		['company IDs', { options: { companyIds: '243, 241' } }, ['jobStatus', 'intentionChange']],
		['job IDs let callbacks pass that name no job', { options: { jobIds: '362574' } }, ['intentionChange', 'inboundCall', 'openCallRecord', 'openJobStatus']],
		['a job ID as a number', { options: { jobIds: 535 } }, ['jobStatus', 'intentionChange', 'inboundCall']],
		['finish statuses apply to calls only', { options: { finishStatuses: [6, 8] } }, ['jobStatus', 'intentionChange', 'openJobStatus']],
		['finish statuses by number', { options: { finishStatuses: [0] } }, ALL],
		['finish statuses by name', { options: { finishStatuses: ['answered'] } }, ALL],
		['grades apply to calls and changed grades', { options: { intentionGrades: ['A'] } }, ['jobStatus', 'inboundCall', 'openCallRecord', 'openJobStatus']],
		['a property of a customer applies to calls only', { options: { properties: { property: [{ name: 'order', value: 'A-17' }] } } }, ['jobStatus', 'intentionChange', 'openCallRecord', 'openJobStatus']],
		['a property with a number', { options: { properties: { property: [{ name: 'duration', value: 20 }] } } }, ['callRecord', 'jobStatus', 'intentionChange', 'openJobStatus']],
		['several properties, of which all count', { options: { properties: { property: [{ name: 'order', value: 'A-17' }, { name: '渠道', value: '官网' }] } } }, ['jobStatus', 'intentionChange', 'openJobStatus']],
		['a property without a name is not filled in', { options: { properties: { property: [{ name: ' ', value: 'A-17' }] } } }, ALL],
		['several filters', { options: { intentionGrades: ['B', 'C'], companyIds: '1' } }, ['callRecord', 'openJobStatus']],
	])('%s', async (_, parameters, expected) => {
		expect(await passing(parameters)).toEqual(expected);
	});

	test('a call without a grade is left out by a filter for grades', async () => {
		const body = fixture('callRecord');
		inner(body).taskResult = [];
		await start({ parameters: { options: { intentionGrades: [...INTENTION_GRADES] } } });
		expect(await trigger.post(body)).toMatchObject({ status: 200, body: 'success' });
		expect(startedRuns()).toBe(0);
	});

	test('the company of an unknown event counts if it names one', async () => {
		await start({ parameters: { options: { companyIds: '7' } } });
		await trigger.post({ data: { dataType: 'NEW', data: { companyId: 8 } } });
		expect(startedRuns()).toBe(0);
		await trigger.post({ data: { dataType: 'NEW', data: { other: 8 } } });
		expect(startedRuns()).toBe(1);
	});
});

test('anything unexpected is answered with 500 and a reason, never thrown', async () => {
	await start({ parameters: { events: "={{ $('Nobody').first().json.events }}" } });
	const reply = await trigger.post(fixtureText('callRecord'), { query: '?token=secret' });
	expect(reply.status).toBe(500);
	expect(JSON.parse(reply.body)).toEqual({ error: 'n8n could not process the callback. Send it again later' });
	expect(startedRuns()).toBe(0);
});
