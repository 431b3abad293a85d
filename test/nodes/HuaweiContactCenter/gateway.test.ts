import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccount } from '../../../nodes/HuaweiContactCenter/gateway/account';
import { Gateway, type GatewayAnswer } from '../../../nodes/HuaweiContactCenter/gateway/gateway';
import type { HttpAnswer, HttpRequest } from '../../../nodes/HuaweiContactCenter/gateway/http';
import { explain } from '../../../nodes/HuaweiContactCenter/gateway/meanings';
import { meansSessionLost, refusal } from '../../../nodes/HuaweiContactCenter/gateway/retcodes';
import { failure } from './agents';

const ACCOUNT = readAccount({ baseUrl: 'https://203.0.113.7:8043/', agentId: 291, password: 'secret-password', phoneNumber: '40038' });
const PATH = '/voicecall/291/callout';

function fixture(name: string): string {
	return readFileSync(join(__dirname, '../../fixtures/huawei', name), 'utf8');
}

/** A gateway whose other side returns these answers one after another. */
function gatewayWith(...answers: Array<Partial<HttpAnswer> | Error>): { gateway: Gateway; requests: HttpRequest[] } {
	const requests: HttpRequest[] = [];
	const gateway = new Gateway(
		ACCOUNT,
		async (request) => {
			requests.push(request);
			const answer = answers.shift() ?? {};
			if (answer instanceof Error) throw answer;
			return { status: 200, headers: {}, body: { retcode: '0', message: '' }, ...answer };
		},
		1000,
	);
	return { gateway, requests };
}

describe('the gateway', () => {
	it("sends the page's sample request and reads its answer", async () => {
		const { gateway, requests } = gatewayWith({ body: fixture('callout.response.json') });
		const body = JSON.parse(fixture('callout.request.json')) as object;
		expect((await gateway.demand({ method: 'PUT', path: PATH, body })).result).toBe('1455885056-1095');
		expect(requests).toMatchObject([
			{
				method: 'PUT',
				url: 'https://203.0.113.7:8043/agentgateway/resource/voicecall/291/callout',
				headers: { 'Content-Type': 'application/json; charset=UTF-8' },
				body,
			},
		]);
	});

	it('follows the guid through all answers, and the cookies', async () => {
		const { gateway, requests } = gatewayWith(
			{ headers: { 'set-guid': 'JSESSIONID=one.AgentGateway0', 'set-cookie': ['JSESSIONID=a; Path=/', 'route=b; HttpOnly'] } },
			{ headers: { 'set-guid': 'JSESSIONID=two.AgentGateway0', 'set-cookie': ['route=c'] } },
		);
		for (let i = 0; i < 3; i++) await gateway.demand({ method: 'GET', path: PATH });
		expect(requests.map(({ headers }) => [headers.Guid, headers.Cookie])).toEqual([
			[undefined, undefined],
			['one.AgentGateway0', 'JSESSIONID=a; route=b'],
			['two.AgentGateway0', 'JSESSIONID=a; route=c'],
		]);
	});

	it('does not take keys from the answer to a request of an earlier session', async () => {
		const { gateway } = gatewayWith({ headers: { 'set-guid': 'JSESSIONID=late' } });
		const late = gateway.ask({ method: 'GET', path: PATH });
		gateway.forgetKeys();
		await late;
		expect(gateway.hasKeys).toBe(false);
	});

	it.each<[Partial<HttpAnswer>, string, string]>([
		[{ status: 500, body: 'Internal Server Error' }, 'noAnswer', 'HTTP 500'],
		[{ status: 502, body: '<html>' }, 'noAnswer', 'HTTP 502'],
		[{ status: 200, body: '<html>Welcome</html>' }, 'noAnswer', 'HTTP 200'],
		[{ status: 200, body: { hello: 'world' } }, 'noAnswer', 'HTTP 200'],
		[{ status: 302, body: '' }, 'refused', 'HTTP 302'],
		[{ status: 404, body: 'Not Found' }, 'refused', 'HTTP 404'],
		[{ status: 429, body: '' }, 'throttled', 'HTTP 429'],
		[{ status: 500, body: { retcode: '200-001', message: '' } }, 'refused', '200-001'],
	])('takes %j for %s', async (answer, kind, code) => {
		expect(await failure(gatewayWith(answer).gateway.demand({ method: 'PUT', path: PATH }))).toMatchObject({ failure: kind, code });
	});

	it('keeps the password out of what the vendor says', async () => {
		const { gateway } = gatewayWith({ body: { retcode: '100-004', message: 'wrong password secret-password' } });
		const error = await failure(gateway.demand({ method: 'PUT', path: PATH }));
		expect(error.details().vendorMessage).toBe('wrong password ***');
	});

	it('masks what the gateway repeats from the request, the session and its own answer', async () => {
		const first = { 'set-guid': 'JSESSIONID=one.AgentGateway0', 'set-cookie': ['JSESSIONID=cookie-of-one; Path=/', 'route=1'] };
		const second = { 'set-guid': 'JSESSIONID=two.AgentGateway0', 'set-cookie': ['JSESSIONID=cookie-of-two; Path=/'] };
		const secrets = ['one.AgentGateway0', 'two.AgentGateway0', 'cookie-of-one', 'cookie-of-two', ACCOUNT.password];
		const said = secrets.flatMap((secret) => [secret, encodeURIComponent(encodeURIComponent(secret)), Buffer.from(secret).toString('base64')]);
		const message = `Agent 101 is not known: ${said.join(' ')} guid=${'x'.repeat(10)} PUT ${PATH}?a=b`;
		const { gateway } = gatewayWith({ headers: first }, { headers: second, body: { retcode: `code ${said.join(' ')}`, message } });
		await gateway.demand({ method: 'GET', path: PATH });
		const error = await failure(gateway.demand({ method: 'PUT', path: PATH }));
		const shown = JSON.stringify(error.details());
		expect(said.filter((secret) => shown.includes(secret.replace(/=+$/, '')))).toEqual([]);
		expect(error.details().vendorMessage).toMatch(/^Agent 101 is not known: [* ]+ guid=\*\*\* …$/);
	});
});

function answer(retcode: string): GatewayAnswer {
	return { retcode, message: '', result: undefined, event: undefined };
}

describe('result codes', () => {
	it.each(['000-003', '100-006', '105-005', '105-006', '105-007'])('%s means that the session is lost', (code) => {
		expect(meansSessionLost(code)).toBe(true);
	});

	it.each(['000-004', '000-007', '100-003', '100-021', '105-002', '105-003', '105-004'])('%s lets a read be sent again, and leaves the outcome of a dial open', (code) => {
		expect(refusal(answer(code), 'repeatable')).toMatchObject({ failure: 'throttled', code });
		expect(refusal(answer(code), 'once')).toMatchObject({ failure: 'noAnswer', code });
	});

	it.each(['000-002', '000-003', '000-006', '100-004', '100-006', '110-005', '200-001', '200-010', '999-001'])('%s says that nothing was done', (code) => {
		for (const kind of ['repeatable', 'once'] as const) expect(refusal(answer(code), kind)).toMatchObject({ failure: 'refused', code });
	});

	it.each(['100-007', '105-001', '105-006', '999-999', '', 'constructor'])('%j refuses a read, and leaves the outcome of a dial open', (code) => {
		expect(refusal(answer(code), 'repeatable')).toMatchObject({ failure: 'refused', code });
		expect(refusal(answer(code), 'once')).toMatchObject({ failure: 'noAnswer', code });
	});

	it.each(['000-002', '100-002', '110-005', '200-010', '600-001', 'nonsense', 'constructor', '__proto__', 'toString'])('%s has a meaning and a next step', (code) => {
		expect(explain(code)).toMatch(/^[A-Z].+\. [A-Z].+[^.]$/);
	});
});
