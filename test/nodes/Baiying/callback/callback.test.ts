import { parseCallback, simplified, type Callback } from '../../../../nodes/Baiying/callback/callback';
import { readJson, type Json, type JsonObject } from '../../../../nodes/Baiying/callback/json';
import { fixture, inner } from '../support/fixtures';

function parsed(body: Json): Callback {
	const callback = parseCallback(readJson(JSON.stringify(body)));
	if (!callback) throw new Error('no callback');
	return callback;
}

const NO_INTENTION = { grade: null, value: null, label: null, reason: null };

function callWith(changes: JsonObject): JsonObject {
	const body = fixture('callRecord');
	Object.assign(inner(body).sceneInstance as JsonObject, changes);
	return simplified(parsed(body));
}

function openCallWith(taskResult: JsonObject[]): JsonObject {
	const body = fixture('openCallRecord');
	inner(body).taskResult = taskResult;
	return body;
}

describe('what the fields may look like', () => {
	test('strings where the page shows numbers, and vice versa', () => {
		expect(
			callWith({
				callInstanceId: '17',
				finishStatus: '6',
				duration: '27秒',
				chatRound: '4',
				hangUp: '0',
				customerTelephone: 13720000001,
				startTime: 1547280572000,
			}),
		).toMatchObject({
			callId: '17',
			finishStatus: 6,
			outcome: 'busy',
			durationSeconds: 27,
			rounds: 4,
			hungUpBy: 'robot',
			customer: { phone: '13720000001' },
			startedAt: '2019-01-12T16:09:32.000+08:00',
		});
	});

	test.each([
		[0, 'answered'],
		[1, 'rejected'],
		[2, 'unreachable'],
		[3, 'callerNumberUnavailable'],
		[4, 'emptyNumber'],
		[5, 'poweredOff'],
		[6, 'busy'],
		[7, 'suspended'],
		[8, 'noAnswer'],
		[9, 'callerInArrears'],
		[10, 'callLoss'],
		[11, 'blacklisted'],
		[12, 'riskIntercepted'],
		[22, 'lineBlindSpot'],
		[23, 'outboundIntercepted'],
		[25, 'noAvailableLine'],
		[24, 'unknown'],
		[null, 'unknown'],
	])('finishStatus %s is %s', (finishStatus, outcome) => {
		expect(callWith({ finishStatus })).toMatchObject({ finishStatus, outcome });
	});

	test.each([
		[4, 'pausedByUser'],
		[5, 'pausedBySystem'],
		[6, 'terminated'],
		[10, 'smsInArrears'],
		[11, 'unknown'],
		['2', 'completed'],
	])('job status %s is %s', (status, statusName) => {
		const body = fixture('jobStatus');
		inner(body).status = status;
		expect(simplified(parsed(body)).statusName).toBe(statusName);
	});

	test('the spelling luyunOssUrl, and the recording of the log', () => {
		const url = 'https://a.aliyuncs.com/1.wav';
		expect(callWith({ luyinOssUrl: undefined, luyunOssUrl: url }).recordingUrl).toBe(url);
		expect(callWith({ luyinOssUrl: '' }).recordingUrl).toContain('20190112-161011_13733105333.wav');
	});

	test('the spelling robotDef', () => {
		const body = fixture('jobStatus');
		Object.assign(inner(body), { robotDefId: undefined, robotDef: 9 });
		expect(simplified(parsed(body)).robotId).toBe('9');
	});

	test('properties as an object, as propertiesMap, missing, or unreadable', () => {
		expect(callWith({ properties: { a: 1 } }).properties).toEqual({ a: 1 });
		expect(callWith({ properties: null, propertiesMap: { b: 2 } }).properties).toEqual({ b: 2 });
		expect(callWith({ properties: '' }).properties).toEqual({});
		expect(callWith({ properties: '{not json' }).properties).toBe('{not json');
	});

	test('a call that was not answered has all keys', () => {
		const body: JsonObject = {
			code: 200,
			data: { dataType: 'CALL_INSTANCE_RESULT', data: { sceneInstance: { callInstanceId: 5, finishStatus: 8 } } },
		};
		expect(simplified(parsed(body))).toEqual({
			companyId: null,
			jobId: null,
			jobName: null,
			callId: '5',
			customer: { id: null, name: null, phone: null },
			callResult: 'noAnswer',
			tryAgain: 'later',
			outcome: 'noAnswer',
			finishStatus: 8,
			durationSeconds: null,
			rounds: null,
			startedAt: null,
			endedAt: null,
			hungUpBy: null,
			recordingUrl: null,
			customerRecordingUrl: null,
			intention: NO_INTENTION,
			labels: [],
			results: {},
			transcript: [],
			properties: {},
			jobFinished: null,
		});
	});

	test("a grade set by hand replaces the robot's", () => {
		const body = fixture('callRecord');
		const [entry] = inner(body).taskResult as JsonObject[];
		Object.assign(entry as JsonObject, { artificialChanged: 1, artificialResultValue: 'A级(较强)' });
		const { intention, results } = simplified(parsed(body));
		expect(intention).toMatchObject({ grade: 'A', value: 'A级(较强)', label: null });
		expect(results).toEqual({ 客户意向等级: 'A级(较强)' });
	});

	test('the grade comes from the wording when there is no alias', () => {
		const body = fixture('callRecord');
		const [entry] = inner(body).taskResult as JsonObject[];
		(entry as JsonObject).resultValueAlias = '';
		expect(simplified(parsed(body)).intention).toMatchObject({ grade: 'C' });
	});

	test('grade S', () => {
		const graded = (resultValue: string) => simplified(parsed(openCallWith([{ resultName: '客户意向等级', resultValue }]))).intention;
		expect(graded('S')).toMatchObject({ grade: 'S', value: 'S' });
		expect(graded('S级(强意向)')).toMatchObject({ grade: 'S' });
		expect(graded('SMS')).toMatchObject({ grade: null });
	});

	test.each<[string, JsonObject[], string[]]>([
		['on the grade, as labelName', [{ resultName: '客户意向等级', resultValue: 'A', resultLabels: [{ labelName: '近期需求' }] }], ['近期需求']],
		['on an entry of its own', [{ resultName: '客户关注点', resultValue: '价格', resultLabels: [{ key: 7, value: '优惠' }] }], ['优惠']],
		[
			'on several entries, each label once',
			[
				{ resultName: '客户意向等级', resultValue: 'A', resultLabels: [{ labelName: '近期需求' }, { labelName: '老客户' }] },
				{ resultName: '客户标签', resultValue: '[8,9]', resultLabels: [{ key: 8, value: '老客户' }, { key: 9, value: '已预约' }] },
			],
			['近期需求', '老客户', '已预约'],
		],
		['under other names', [{ resultName: '客户标签', resultLabels: [{ name: '一' }, { label: '二' }, { key: 3 }] }], ['一', '二', '3']],
		['as strings', [{ resultName: '客户标签', resultLabels: ['一', '', '二'] }], ['一', '二']],
		['as a string that holds JSON', [{ resultName: '客户标签', resultLabels: '[{"labelName":"一"},"二"]' }], ['一', '二']],
		['as one string', [{ resultName: '客户标签', resultLabels: '一, 二，三、四；五|六' }], ['一', '二', '三', '四', '五', '六']],
		['missing', [{ resultName: '客户标签', resultLabels: null }, { resultName: '客户标签', resultLabels: [{ other: 1 }, null] }], []],
	])('labels %s', (_, taskResult, labels) => {
		const { intention, results, labels: found } = simplified(parsed(openCallWith(taskResult)));
		expect(found).toEqual(labels);
		expect({ intention, results }).toEqual({ intention: expect.anything(), results: expect.not.objectContaining({ 客户标签: expect.anything() }) });
	});

	test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a word like any other', (word) => {
		const body = fixture('openCallRecord');
		const data = inner(body);
		Object.assign(data.callInstance as JsonObject, { finishStatus: word, hangUp: word, properties: { order: word } });
		data.taskResult = [{ resultName: '客户意向等级', resultValue: word, resultLabels: [{ labelName: word }] }];
		(data.phoneLogs as JsonObject[])[0]!.speaker = word;
		expect(simplified(parsed(body))).toMatchObject({
			finishStatus: null,
			outcome: 'unknown',
			hungUpBy: null,
			properties: { order: word },
			intention: { grade: null, value: word },
			labels: [word],
			transcript: [{ speaker: word }, { speaker: 'customer' }],
		});
		const job = fixture('jobStatus');
		Object.assign(inner(job), { status: word, jobType: word });
		expect(simplified(parsed(job))).toMatchObject({ status: null, statusName: 'unknown', jobType: null });
	});

	test.each(['constructor', 'toString', 'hasOwnProperty'])('a result named %s', (resultName) => {
		const { results } = simplified(parsed(openCallWith([{ resultName, resultValue: 'x' }])));
		expect(Object.entries(results as JsonObject)).toEqual([[resultName, 'x']]);
		expect(simplified(parsed({ data: { dataType: resultName, data: {} } }))).toEqual({ payload: expect.anything() });
	});

	test('an undocumented speaker keeps its name', () => {
		const body = fixture('openCallRecord');
		(inner(body).phoneLogs as JsonObject[])[0]!.speaker = 'CS';
		expect(simplified(parsed(body)).transcript).toMatchObject([{ speaker: 'CS' }, { speaker: 'customer' }]);
	});
});

describe('what is a callback', () => {
	test.each([
		['another type', { code: 200, data: { dataType: 'SMS_RESULT', data: { smsId: 1 } } }],
		['a call record with nothing in it', { data: { dataType: 'CALL_INSTANCE_RESULT', data: {} } }],
		['a type without content', { data: { callbackType: 'JOB_INFO_RESULT' } }],
		['content that is not an object', { data: { dataType: 'INBOUND_CALL_INSTANCE_RESULT', data: 'later' } }],
	])('%s is unknown and keeps its whole body', (_, body) => {
		const callback = parsed(body);
		expect(callback.event).toBe('unknown');
		expect(simplified(callback)).toEqual({ payload: body });
	});

	test('an envelope is not needed', () => {
		const body = fixture('jobStatus').data as JsonObject;
		expect(parsed(body).event).toBe('jobStatusChanged');
		expect(parsed(body).deliveryId).toBe(parsed(fixture('jobStatus')).deliveryId);
	});

	test('data may be a string that holds JSON', () => {
		const body = fixture('callRecord');
		const wrapped = { code: 200, data: JSON.stringify(body.data) };
		expect(simplified(parsed(wrapped))).toEqual(simplified(parsed(body)));
	});

	test.each([
		['an empty object', {}],
		['other JSON', { hello: 'world' }],
		['a type that is not a string', { data: { dataType: 5 } }],
		['a list', [1]],
		['a string', 'success'],
		['null', null],
	])('%s is not a callback', (_, body) => {
		expect(parseCallback(body as Json)).toBeUndefined();
	});
});
