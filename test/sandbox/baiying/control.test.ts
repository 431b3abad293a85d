import { startBaiying, type BaiyingVendor } from '../../../sandbox/baiying';
import { createWorld } from '../../../sandbox/world';
import { startReceiver, type Receiver } from './support';

let baiying: BaiyingVendor;
let receiver: Receiver;

beforeEach(async () => {
	baiying = await startBaiying(createWorld({ speed: 1000 }));
	receiver = await startReceiver();
});

afterEach(async () => {
	await baiying.close();
	await receiver.close();
});

async function post(path: string, body: unknown = {}) {
	const response = await fetch(`${baiying.url}${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

test('POST /deliver answers with the first attempt', async () => {
	receiver.answers.push(500);
	const order = { targetUrl: `${receiver.url}/webhook`, kind: 'inboundCall', overrides: { sceneInstance: { companyId: 9 } } };
	const { status, json } = await post('/deliver', order);
	expect(status).toBe(200);
	expect(json).toMatchObject({ kind: 'inboundCall', state: 'delivering', attempts: [{ status: 500 }] });
	expect(receiver.received[0]?.body).toMatchObject({ data: { data: { sceneInstance: { companyId: 9 } } } });
});

test('POST /deliveries/:id/resend', async () => {
	const { json } = await post('/deliver', { targetUrl: receiver.url, kind: 'callRecord' });
	expect(await post(`/deliveries/${String(json.id)}/resend`)).toMatchObject({ status: 200, json: { attempts: [{}, {}] } });
	expect(await post('/deliveries/77/resend')).toMatchObject({ status: 404 });
});

test('POST /campaigns, and GET /state', async () => {
	const { status, json } = await post('/campaigns', { targetUrl: receiver.url, customers: [{ phone: '13720000000', grade: 'A' }] });
	expect(status).toBe(202);
	expect(json).toMatchObject({ state: 'running', customers: 1 });
	for (let tries = 0; receiver.received.length === 0 && tries < 100; tries += 1) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	const state = (await (await fetch(`${baiying.url}/state`)).json()) as Record<string, unknown>;
	expect(state).toMatchObject({ campaigns: [{ jobId: json.jobId, calls: [{ phone: '13720000000', finishStatus: 0 }] }] });
});

test.each([
	['/deliver', {}, /targetUrl must be a URL on this machine/],
	['/deliver', { targetUrl: 'https://example.com/', kind: 'callRecord' }, /targetUrl must be a URL on this machine/],
	['/deliver', { targetUrl: 'http://127.0.0.1.example.com/', kind: 'callRecord' }, /targetUrl/],
	['/deliver', { targetUrl: 'http://127.0.0.1:1/', kind: 'sms' }, /kind must be one of callRecord/],
	['/deliver', { targetUrl: 'http://127.0.0.1:1/', kind: 'callRecord', copies: 0 }, /copies must be a whole number/],
	['/deliver', { targetUrl: 'http://127.0.0.1:1/', kind: 'callRecord', contentType: 'xml' }, /contentType/],
	['/deliver', [], /must be a JSON object/],
	['/deliver', '{', /JSON/],
	['/campaigns', { targetUrl: 'http://127.0.0.1:1/' }, /customers must be a list/],
	['/campaigns', { targetUrl: 'http://127.0.0.1:1/', customers: [{}] }, /needs a phone/],
	['/campaigns', { targetUrl: 'http://127.0.0.1:1/', customers: [{ phone: '1', grade: 'G' }] }, /grade must be one of/],
])('%s %j is refused', async (path, body, message) => {
	const { status, json } = await post(path, body);
	expect(status).toBe(400);
	expect(json.error).toMatch(message);
	expect(baiying.state()).toEqual({ deliveries: [], campaigns: [] });
});
