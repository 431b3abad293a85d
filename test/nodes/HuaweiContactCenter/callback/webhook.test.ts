import type { IDataObject } from 'n8n-workflow';
import { open, type RunningTrigger, type TriggerSetup } from '../../../support/webhook';
import { answered, campaignCall, hungUp, KEY, notified, SECRETS, signed, startCallbacks, TOKEN } from './support';

let trigger: RunningTrigger;

async function start(setup: TriggerSetup = {}): Promise<void> {
	trigger = await startCallbacks(setup);
}

afterEach(async () => {
	await trigger.close();
});

const SUCCESS = '{"retCode":"0","retMsg":"success"}';

const ACCEPTED = { status: 200, body: SUCCESS, contentType: 'application/json; charset=utf-8' };

describe('a callback starts the workflow', () => {
	beforeEach(async () => await start(open()));

	test('an answered call', async () => {
		expect(await trigger.post(answered())).toEqual(ACCEPTED);
		expect(trigger.json()).toEqual([
			{
				event: 'callStatus',
				deliveryId: expect.stringMatching(/^[0-9a-f]{32}$/),
				callSerialNo: '1166113640020119558',
				serviceNo: '62',
				called: '13720000000',
				callData: 'order=4711',
			},
		]);
	});

	test('a two-party call that has ended', async () => {
		expect(await trigger.post(hungUp())).toEqual(ACCEPTED);
		expect(trigger.json()).toEqual([
			{
				event: 'callEnded',
				deliveryId: expect.any(String),
				callSerialNo: '1166113640020119558',
				callType: 'twoPartyCall',
				serviceNo: '62',
				called: '13720000000',
				callerNumber: '13918140000',
				callerPresent: '02160000000',
				callResult: 'answered',
				tryAgain: 'never',
				releaseReason: 0,
				durationSeconds: 27,
				createdAt: '2022-02-17T13:10:06.836+08:00',
				ringingAt: '2022-02-17T13:10:12.101+08:00',
				answeredAt: '2022-02-17T13:10:20.500+08:00',
				endedAt: '2022-02-17T13:10:47.012+08:00',
				recordingFile: 'y:/1/0/20220217/120/1310488.V3',
				callData: 'order=4711',
			},
		]);
	});

	test('a voice notification that has ended, its 64-bit ID with all digits', async () => {
		const body = JSON.stringify(notified()).replace('"1166113640020119559"', '1166113640020119559');
		expect(await trigger.post(body)).toEqual(ACCEPTED);
		expect(trigger.json()).toMatchObject([
			{ event: 'callEnded', callType: 'voiceNotification', callSerialNo: '1166113640020119559', callResult: 'answered', durationSeconds: 27, callerNumber: null },
		]);
	});

	test('campaign results, one item each', async () => {
		const list = [campaignCall(), campaignCall({ sessionId: 'customer-2', callId: '1645074606-2', callStatus: 5, failCode: '00145' })];
		expect(await trigger.post(list)).toEqual(ACCEPTED);
		expect(trigger.json()).toMatchObject([
			{ event: 'campaignResult', sessionId: 'customer-1', callResult: 'answered', calledAt: '2022-02-17T13:10:06.000+08:00', callStatus: 6 },
			{ event: 'campaignResult', sessionId: 'customer-2', callResult: 'busy', tryAgain: 'soon', failCode: '00145' },
		]);
	});

	test('anything else that is well-formed is passed through, also within a list', async () => {
		await trigger.post({ hello: { deep: 12345678901234567890n.toString() } });
		await trigger.post([7, campaignCall()]);
		expect(trigger.json()).toMatchObject([
			{ event: 'unknown', payload: { hello: { deep: '12345678901234567890' } } },
			{ event: 'unknown', payload: 7 },
			{ event: 'campaignResult', campaignId: '1405893' },
		]);
	});

	test.each([
		['', /not valid JSON/],
		['{"callSerialNo":', /not valid JSON/],
		['"text"', /neither an object nor a list/],
		['null', /neither an object nor a list/],
	])('%j is refused and starts nothing', async (body, reason) => {
		const reply = await trigger.post(body);
		expect(reply.status).toBe(400);
		expect(reply.body).toMatch(reason);
		expect(trigger.items).toEqual([]);
	});

	test('an empty list has nothing in it', async () => {
		expect(await trigger.post('[]')).toEqual(ACCEPTED);
		expect(trigger.items).toEqual([]);
	});
});

test('with Simplify off: the callback as it came', async () => {
	await start(open({ parameters: { simplify: false } }));
	await trigger.post([campaignCall()]);
	expect(trigger.json()).toEqual([{ event: 'campaignResult', deliveryId: expect.any(String), payload: campaignCall() }]);
});

describe('what n8n could not record is not acknowledged', () => {
	test('a copy that comes later starts the run', async () => {
		let broken = true;
		await start(open({ record: async () => (broken ? await Promise.reject(new Error('database')) : undefined) }));
		expect(await trigger.post([campaignCall()])).toMatchObject({ status: 500 });
		broken = false;
		expect(await trigger.post([campaignCall()])).toEqual(ACCEPTED);
		expect(trigger.items).toHaveLength(1);
	});

	test('the answer waits for the record', async () => {
		let recorded = false;
		const record = async () => {
			await new Promise((resolve) => setTimeout(resolve, 50));
			recorded = true;
		};
		await start(open({ record }));
		await trigger.post(hungUp());
		expect(recorded).toBe(true);
	});
});

describe('duplicates', () => {
	test('a resent call with a new signature and a resent result with a new address of the recording start nothing', async () => {
		await start(open());
		await trigger.post(signed(hungUp()));
		await trigger.post({ ...hungUp(), timestamp: '1', nonce: '2', signature: '3' });
		await trigger.post([campaignCall()]);
		expect(await trigger.post([campaignCall({ recordPath: 'https://obs.example.com/1.wav?Signature=2' })])).toEqual(ACCEPTED);
		expect(trigger.items).toHaveLength(2);
	});

	test('a resent list brings only what is new in it', async () => {
		await start(open());
		await trigger.post([campaignCall()]);
		await trigger.post([campaignCall(), campaignCall({ callId: '1645074606-9' })]);
		expect(trigger.json().map(({ callId }) => callId)).toEqual(['1645074606-1', '1645074606-9']);
	});

	test('are not skipped if the option says so', async () => {
		await start(open({ parameters: { options: { skipDuplicates: false } } }));
		await trigger.post(hungUp());
		await trigger.post(hungUp());
		expect(trigger.items).toHaveLength(2);
	});
});

describe('filters', () => {
	const eventsAfter = async (parameters: IDataObject) => {
		await start(open({ parameters: parameters as TriggerSetup['parameters'] }));
		await trigger.post(answered());
		await trigger.post(hungUp());
		await trigger.post([campaignCall(), campaignCall({ campaignId: '2', callStatus: '5', failCode: '00603' })]);
		return trigger.json().map(({ event, callResult }) => [event, callResult]);
	};

	test.each<[IDataObject, unknown[]]>([
		[{ events: ['callStatus'] }, [['callStatus', undefined]]],
		[
			{ options: { callResults: ['noAnswer'] } },
			[
				['callStatus', undefined],
				['campaignResult', 'noAnswer'],
			],
		],
		[{ events: ['campaignResult'], options: { campaignIds: '1405893' } }, [['campaignResult', 'answered']]],
	])('%j', async (parameters, expected) => {
		expect(await eventsAfter(parameters)).toEqual(expected);
	});
});

describe('who may send callbacks', () => {
	test.each<[string, TriggerSetup, Parameters<RunningTrigger['post']>[1], number]>([
		['the token alone in the query, as Huawei takes it', { credential: SECRETS }, { query: `?${TOKEN}` }, 200],
		['the token with a name', { credential: SECRETS }, { query: `?token=${TOKEN}` }, 200],
		['the token in a header', { credential: SECRETS }, { headers: { 'x-callback-token': TOKEN } }, 200],
		['a wrong token', { credential: SECRETS }, { query: '?sandbox-callback-tokem' }, 401],
		['no token', { credential: SECRETS }, {}, 401],
		['no token in the credential', { credential: { callbackKey: KEY } }, { query: '?token=' }, 403],
		['no credential', {}, {}, 403],
		['another address', open({ parameters: { options: { allowedIps: '203.0.113.7' } } }), {}, 403],
		['an allowed address', open({ parameters: { options: { allowedIps: '127.0.0.0/8, ::1' } } }), {}, 200],
	])('%s', async (_, setup, options, status) => {
		await start(setup);
		expect(await trigger.post(hungUp(), options)).toMatchObject({ status });
		expect(trigger.items).toHaveLength(status === 200 ? 1 : 0);
	});

	test.each<[string, unknown, number]>([
		['a signed call', signed(hungUp({ callData: 'with blanks' })), 200],
		['a signed call with a number', signed(notified()), 200],
		['a changed call', { ...signed(hungUp()), called: '13720000001' }, 401],
		['another key', signed(hungUp(), 'another-key'), 401],
		['an unsigned call', hungUp(), 401],
		['campaign results, which Huawei does not sign', [campaignCall()], 401],
	])('with a signature: %s', async (_, body, status) => {
		await start({ credential: SECRETS, parameters: { authentication: 'signature' } });
		const reply = await trigger.post(body);
		expect(reply.status).toBe(status);
		expect(reply.body).not.toContain(KEY);
		expect(trigger.items).toHaveLength(status === 200 ? 1 : 0);
	});
});
