import type { IExecuteFunctions } from 'n8n-workflow';
import { VendorError } from '../../../nodes/common/errors';
import { connectCcc } from '../../../nodes/AlibabaCloudCallCenter/transport';

/** What becomes of an answer with this status and body. */
async function outcomeOf(statusCode: number, body: unknown): Promise<unknown> {
	const context = {
		getCredentials: async () => ({ accessKeyId: 'id', accessKeySecret: 'secret' }),
		helpers: { httpRequestWithAuthentication: async () => ({ statusCode, headers: {}, body }) },
	} as unknown as IExecuteFunctions;
	const send = await connectCcc(context);
	return await send({ Action: 'StartBack2BackCall' }).catch((error: unknown) => error);
}

async function failureOf(statusCode: number, body: unknown): Promise<string> {
	const outcome = await outcomeOf(statusCode, body);
	if (!(outcome instanceof VendorError)) throw new Error('no failure');
	return outcome.failure;
}

it.each(['OK', 'ok', '200', 200, 'Success', 'success', 'SUCCESS'])('takes the code %p for success', async (Code) => {
	expect(await outcomeOf(200, { Code, Data: { JobId: 'job-1' }, RequestId: 'R' })).toEqual({ data: { JobId: 'job-1' }, requestId: 'R' });
});

it.each([true, 'true'])('takes Success %p without a code for success', async (Success) => {
	expect(await outcomeOf(200, { Success, Data: 1 })).toMatchObject({ data: 1 });
});

it.each<[string, number, unknown]>([
	['an unknown code', 200, { Code: 'Weird.Thing' }],
	['an unknown code, with the success status in the body', 200, { Code: 'Weird.Thing', HttpStatusCode: '200' }],
	['an invalid status in the body', 200, { Code: 'Weird.Thing', HttpStatusCode: 'abc' }],
	['a failure without a code', 200, { Success: false }],
	['no envelope at all', 200, {}],
	['a nonce that was used', 400, { Code: 'SignatureNonceUsed' }],
	['an internal error', 200, { Code: 'InternalService.CTI' }],
	['an internal error under 4xx', 400, { Code: 'InternalError' }],
	['a system error under 4xx', 400, { Code: 'SystemError' }],
	['a service that did not answer in time', 400, { Code: 'ServiceTimeout' }],
	['a gateway that gave up', 408, { Code: 'Weird.Thing' }],
	['a gateway that lost its client', 499, { Code: 'Weird.Thing' }],
	['a server error with the code of a refusal', 500, { Code: 'NotExists.JobId' }],
	['a server error in the body', 200, { Code: 'Parameter.Blank', HttpStatusCode: 500 }],
	['success under a status that says otherwise', 404, { Code: 'OK' }],
])('does not take %s for a refusal', async (_, status, body) => {
	expect(await failureOf(status, body)).toBe('noAnswer');
});

it.each([
	'NotExists.JobId',
	'AlreadyExists.CustomNumber',
	'LimitExceed.CallTagsPerNumber',
	'Parameter.Blank',
	'Parameter.Timeout',
	'MissingCallee',
	'InvalidAccessKeyId.NotFound',
	'InvalidTimeStamp.Expired',
	'IncompleteSignature',
	'SignatureDoesNotMatch',
	'SecurityTokenExpired',
	'Forbidden.RAM',
	'NoPermission',
	'NotAuthorized',
	'Unauthorized',
	'OutboundCallRestricted.DoNotCall',
])('takes the code %s for a refusal, even under HTTP 200', async (Code) => {
	expect(await failureOf(200, { Code })).toBe('refused');
	expect(await failureOf(400, { Code })).toBe('refused');
});

it('takes an unknown code for a refusal when the vendor answers with 4xx, outside or inside', async () => {
	expect(await failureOf(409, { Code: 'Weird.Thing' })).toBe('refused');
	expect(await failureOf(200, { Code: 'Weird.Thing', HttpStatusCode: 409 })).toBe('refused');
});

it.each([200, 400, 429, 503])('takes Throttling under %d for throttling', async (status) => {
	expect(await failureOf(status, { Code: 'Throttling.User' })).toBe('throttled');
});

it('says that the outcome is unknown rather than that the request was refused', async () => {
	expect(await outcomeOf(200, { Code: 'Weird.Thing', Message: 'Strange' })).toMatchObject({ message: 'Alibaba Cloud answered with an unknown code: Strange' });
	expect(await outcomeOf(400, { Code: 'Weird.Thing', Message: 'Strange' })).toMatchObject({ message: 'Alibaba Cloud refused the request: Strange' });
});
