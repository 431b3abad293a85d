import axios from 'axios';
import express from 'express';
import { Agent } from 'node:https';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { View } from '../../../sandbox/page/view';
import { listen } from '../../../sandbox/server';
import type { SandboxState } from '../../../sandbox/state';
import { BACK2BACK, call } from '../alibaba/request';

const LONG_TALK = { talkMs: 1_000_000 };

let sandbox: Sandbox;
const web = axios.create({ proxy: false, validateStatus: () => true });

beforeAll(async () => {
	sandbox = await startSandbox({ speed: 100 });
	web.defaults.baseURL = sandbox.page.url;
});

afterEach(async () => {
	expect((await web.post('/reset')).status).toBe(204);
});

afterAll(async () => await sandbox.close());

async function placeCall(): Promise<string> {
	const { data } = await call(sandbox.alibaba.url, 'StartBack2BackCall', BACK2BACK);
	return data.Code;
}

test('every vendor has an address of its own', () => {
	const { alibaba, huawei, baiying, page } = sandbox;
	const urls = [alibaba, huawei, baiying, page].map(({ url }) => url);
	expect(new Set(urls).size).toBe(4);
	for (const url of urls) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('GET /certificate.pem has the certificate of all HTTPS addresses', async () => {
	const { alibaba, huawei } = sandbox;
	const { data } = await web.get<string>('/certificate.pem');
	const httpsAgent = new Agent({ ca: data });
	const answers = await Promise.all([alibaba, huawei].map(async ({ httpsUrl }) => await web.get(httpsUrl, { httpsAgent })));
	expect(answers.map(({ status }) => status)).toEqual([400, 404]);
});

test('GET /state returns what happened', async () => {
	sandbox.world.phones.setBehaviour(BACK2BACK.Caller, { ringMs: 1_000_000 });
	expect(await placeCall()).toBe('OK');
	const { data } = await web.get<SandboxState>('/state');
	expect(data).toMatchObject({
		speed: 100,
		faults: [],
		rings: [{ vendor: 'alibaba', phone: BACK2BACK.Caller }],
		requests: { alibaba: 1, huawei: 0 },
		alibaba: { calls: [{ caller: BACK2BACK.Caller, callee: BACK2BACK.Callee }] },
		huawei: { calls: [] },
	});
	expect(JSON.stringify(data)).not.toMatch(/sandbox-(key|app)-secret|sandbox-agent-password/);
});

test('GET /view returns what the page shows', async () => {
	sandbox.world.phones.setBehaviour(BACK2BACK.Caller, { ringMs: 1_000_000 });
	await placeCall();
	const { data } = await web.get<View>('/view');
	expect(data).toMatchObject({
		totals: { phones: 1, rings: 1, rungAgain: 0, talking: 0, requests: 1 },
		phones: [{ phone: BACK2BACK.Caller, times: 1, doing: 'ringing', vendors: ['alibaba'] }],
		calls: [{ from: BACK2BACK.Caller, to: BACK2BACK.Callee, result: 'caller ringing, callee waits' }],
	});
});

test('the view shows how callbacks were answered', async () => {
	const app = express();
	app.post('/refuses', (_request, response) => void response.status(503).send('busy'));
	app.post('/takes', (_request, response) => void response.send('success'));
	const receiver = await listen(app, 0);
	for (const path of ['/refuses', '/takes']) {
		await sandbox.baiying.begin(`${receiver.url}${path}?token=secret`, 'callRecord').first;
	}
	const { data } = await web.get<View>('/view');
	expect(data.totals.callbacks).toBe(1);
	expect(data.callbacks).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ attempt: 1, answer: '503 busy', isAccepted: false, url: `${receiver.url}/refuses` }),
			expect.objectContaining({ attempt: 1, answer: '200 success', isAccepted: true, kind: 'callRecord' }),
		]),
	);
	expect(JSON.stringify(data)).not.toContain('token=secret');
	await receiver.close();
});

test('GET / returns a page that needs nothing from elsewhere', async () => {
	const { status, headers, data } = await web.get<string>('/');
	expect(status).toBe(200);
	expect(headers['content-type']).toContain('text/html');
	expect(data).toContain('<title>Call center sandbox</title>');
	expect(data).not.toMatch(/(src|href)="(https?:)?\/\//);
	expect(data).not.toContain('innerHTML');
});

test('POST and DELETE /faults switch faults on and off', async () => {
	const fault = { vendor: 'alibaba', operation: 'StartBack2BackCall', kind: 'refuse', times: 9 };
	const { status, data } = await web.post('/faults', fault);
	expect([status, data]).toEqual([201, [fault]]);
	expect(await placeCall()).toBe('NoPermission');
	expect((await web.delete('/faults')).status).toBe(204);
	expect(await placeCall()).toBe('OK');
});

test('POST /phones/:phone sets what a phone will do', async () => {
	const { data } = await web.post('/phones/13720000009', { answer: 'busy' });
	expect(data).toEqual({ answer: 'busy', ringMs: 2000, talkMs: 10_000 });
	expect(sandbox.world.phones.behaviour('13720000009').answer).toBe('busy');
});

test('POST /reset forgets everything', async () => {
	for (const phone of [BACK2BACK.Caller, BACK2BACK.Callee]) sandbox.world.phones.setBehaviour(phone, LONG_TALK);
	sandbox.world.faults.add({ vendor: 'huawei', kind: 'hang' });
	await placeCall();
	await web.post('/reset');
	const { data } = await web.get<SandboxState>('/state');
	expect(data).toMatchObject({ rings: [], talks: [], faults: [], alibaba: { calls: [], requests: 0 } });
	expect(sandbox.world.phones.behaviour(BACK2BACK.Caller).talkMs).toBe(10_000);
});

test.each([
	['/faults', '{"vendor":"nobody"}', 'vendor must be one of'],
	['/faults', '{', 'JSON'],
	['/phones/137', '{"answer":"sleeps"}', 'answer must be one of'],
])('answers wrong input to %s with a reason', async (path, body, reason) => {
	const answer = await web.post<{ error: string }>(path, body, { headers: { 'content-type': 'application/json' } });
	expect(answer.status).toBe(400);
	expect(answer.data.error).toContain(reason);
});

test('a sandbox that cannot get its ports stops what it started', async () => {
	const free = await startSandbox();
	const alibaba = Number(new URL(free.alibaba.url).port);
	await free.close();
	const page = Number(new URL(sandbox.page.url).port);
	await expect(startSandbox({ ports: { alibaba, page } })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	const again = await startSandbox({ ports: { alibaba } });
	await again.close();
});
