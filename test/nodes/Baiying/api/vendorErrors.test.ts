import { vendorError, type Refusal } from '../../../../nodes/Baiying/api/vendorErrors';

const refusal: Refusal = { api: 'hmac', code: '412', message: '参数错误', httpStatus: 200 };

test.each<[Partial<Refusal>, string, RegExp]>([
	[{ code: '401' }, 'refused', /app secret/],
	[{ code: '403' }, 'refused', /bind the company/],
	[{ code: '404' }, 'refused', /Check the IDs/],
	[{ code: '412' }, 'refused', /value of a field/],
	[{ code: '500' }, 'noAnswer', /does not name/],
	[{ code: '40000010', api: 'openPlatform' }, 'refused', /access token/],
	[{ code: '41000000', api: 'openPlatform' }, 'refused', /value of a field/],
	[{ code: '10000401', api: 'openPlatform' }, 'refused', /50 characters/],
	[{ code: '429', api: 'openPlatform' }, 'throttled', /too many requests/],
	[{ code: '40000999', api: 'openPlatform', message: '当前任务绑定的线路已欠费,不能启动任务' }, 'refused', /in arrears/],
	[{ code: '99', api: 'openPlatform', message: 'what?' }, 'noAnswer', /unknown code: what\?/],
])('%j is %s', (change, failure, message) => {
	const error = vendorError({ ...refusal, ...change }, []);
	expect([error.failure, error.message]).toEqual([failure, expect.stringMatching(message)]);
});

test.each([
	[-600_000, 'It is 10 minutes fast.'],
	[300_000, 'It is 5 minutes slow.'],
])("says how far the clock is off when the vendor's is %i ms ahead", (aheadMs, words) => {
	expect(vendorError({ ...refusal, code: '408', vendorTime: Date.now() + aheadMs }, []).message).toContain(words);
});
