import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AlibabaCloudAccessKeyApi } from '../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { runNode } from '../../support/runNode';
import { searchList } from '../../support/searchList';
import { locator, phones, START } from './support';

const KEY = {
	accessKeyId: 'LTAI5tEchoedKeyId',
	accessKeySecret: 'a+very/secret=key value',
	securityToken: 'CAIS/abc+def=='.repeat(30),
	regionId: 'cn-shanghai',
};

type Echo = (request: IncomingMessage, text: string) => { status: number; body: string };

const canonical = ({ method, url, headers }: IncomingMessage) => `${method}\n${url}\n${JSON.stringify(headers)}`;
const percentEncode = (text: string) => encodeURIComponent(encodeURIComponent(text));
const WRONG = 'Specified signature is not matched with our calculation.';

/** Ways in which a server repeats what it received. */
const ECHOES: Record<string, Echo> = {
	'the string that it signed': (request) => ({
		status: 400,
		body: JSON.stringify({ Code: 'SignatureDoesNotMatch', Message: `${WRONG} server string to sign is:${canonical(request)}`, RequestId: 'R-1' }),
	}),
	'the whole request as JSON, the secret included': (request, text) => ({
		status: 400,
		body: JSON.stringify({ Code: 'Whatever', Message: `${WRONG} ${JSON.stringify(request.headers)} ${text}`, Recommend: text, HostId: text }),
	}),
	'everything, URL-encoded twice': (request, text) => ({
		status: 403,
		body: JSON.stringify({ Code: 'NoPermission', Message: percentEncode(text), RequestId: percentEncode(canonical(request)) }),
	}),
	'everything in the fillers of the message': (request, text) => ({
		status: 200,
		body: JSON.stringify({ Code: 'Parameter.Blank', HttpStatusCode: 400, Message: 'Wrong: %s, %s', Params: [text, canonical(request)] }),
	}),
	'everything as the code': (request, text) => ({ status: 400, body: JSON.stringify({ Code: `${text} ${canonical(request)}`, RequestId: KEY.accessKeySecret }) }),
	'everything as the code of an unknown outcome': (request, text) => ({ status: 500, body: JSON.stringify({ Code: `${text} ${canonical(request)}` }) }),
	'everything in XML': (request, text) => ({
		status: 404,
		body: `<?xml version="1.0"?><Error><Code>InvalidApi.NotFound</Code><Message>${(text + canonical(request)).replaceAll('&', '&amp;')}</Message></Error>`,
	}),
	'everything, but not as an answer of the vendor': (request, text) => ({ status: 502, body: `<html>${text} ${canonical(request)}</html>` }),
};

let server: Server;
let echo: Echo;
let received: IncomingHttpHeaders[];

beforeAll(async () => {
	server = createServer((request, response) => {
		received.push(request.headers);
		const text = `${KEY.accessKeyId} ${KEY.accessKeySecret} ${KEY.securityToken} ${Buffer.from(KEY.accessKeySecret).toString('base64')}`;
		const { status, body } = echo(request, text);
		response.writeHead(status, { 'content-type': body.startsWith('{') ? 'application/json' : 'text/xml' }).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => void (received = []));
afterAll(() => void server.close());

function credential() {
	const { port } = server.address() as AddressInfo;
	return { type: new AlibabaCloudAccessKeyApi(), data: { ...KEY, endpoint: `http://127.0.0.1:${port}` } };
}

/** Everything secret that the server has received, in the spellings in which it repeats it. */
function secrets(): string[] {
	const sent = received.flatMap((headers) => [
		String(headers['x-acs-signature-nonce']),
		/Signature=(\w+)/.exec(String(headers.authorization))?.[1] ?? 'no signature',
	]);
	const known = [...sent, KEY.accessKeySecret, KEY.securityToken, KEY.securityToken.slice(0, 40)];
	return known.flatMap((secret) => [secret, encodeURIComponent(secret), percentEncode(secret), Buffer.from(secret).toString('base64')]);
}

function withCauses(error: unknown): unknown {
	const { message, description, context, cause, messages } = error as Record<string, unknown>;
	return { error, message, description, context, messages, cause: cause ? withCauses(cause) : undefined };
}

function expectNoSecret(shown: unknown): void {
	const text = JSON.stringify(shown);
	expect(received).not.toEqual([]);
	expect(secrets().filter((secret) => text.includes(secret))).toEqual([]);
	expect(text).not.toMatch(/Signature=[^*]|x-acs-signature-nonce/i);
}

describe.each(Object.keys(ECHOES))('a server that repeats %s', (name) => {
	beforeEach(() => void (echo = ECHOES[name] as Echo));

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)('shows nothing secret in an action (%s)', async (onError) => {
		const { run, error } = await runNode({
			type: new AlibabaCloudCallCenter(),
			credentials: [credential()],
			parameters: START,
			items: phones(2),
			settings: { onError },
		});
		expectNoSecret(run);
		expectNoSecret(withCauses(error ?? {}));
		expect(JSON.stringify(error?.description ?? '')).not.toContain('1372000');
	});

	it('shows nothing secret in a searchable list', async () => {
		const failed = await searchList(new AlibabaCloudCallCenter(), 'searchInstances', credential(), { instanceId: locator('ccc-test') }).catch(
			(error: unknown) => error,
		);
		expect(failed).toBeInstanceOf(Error);
		expectNoSecret(withCauses(failed));
	});
});

it('keeps what the vendor says before it repeats the request', async () => {
	echo = ECHOES['the string that it signed'] as Echo;
	const { error } = await runNode({ type: new AlibabaCloudCallCenter(), credentials: [credential()], parameters: START, items: phones(1) });
	expect(error?.description).toBe(`Code: SignatureDoesNotMatch · Message: ${WRONG} … · Request ID: R-1`);
});

it.each([400, 403, 404])('the test of the credential answers HTTP %d in its own words, so that n8n shows none of the vendor', (status) => {
	const { rules } = new AlibabaCloudAccessKeyApi().test;
	expect(rules?.find(({ type, properties }) => type === 'responseCode' && properties.value === status)?.properties.message).toMatch(/^Alibaba Cloud /);
});
