import express from 'express';
import { authorization } from '../../../nodes/HuaweiContactCenter/isales/signature';
import { ISALES_KEYS, startISales, type ISalesVendor, type Push } from '../../../sandbox/huawei/isales';
import { listen } from '../../../sandbox/server';
import { createWorld, type World } from '../../../sandbox/world';

let world: World;
let vendor: ISalesVendor;

beforeAll(async () => {
	world = createWorld({ speed: 2000 });
	vendor = await startISales(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
	world.phones.reset();
});
afterAll(async () => await vendor.close());

interface Answer {
	resultCode: string;
	resultDesc: string;
	returnObject: { campaignId: string; dataIdList: Array<{ dataId: string }> };
	data: Array<{ callStatus: number; failCode: string }>;
}

function signed(method: string, path: string, body: string): Record<string, string> {
	const headers = { host: new URL(vendor.url).host };
	return { authorization: authorization({ method, path, query: [], headers, body }, ISALES_KEYS, Date.now()) };
}

async function ask(method: string, path: string, body?: object, version = 'v2'): Promise<Answer> {
	const whole = `/rest/isales/${version}/openapi/campaigns/1${path}`;
	const text = body ? JSON.stringify(body) : '';
	const response = await fetch(vendor.url + whole, { method, headers: signed(method, whole, text), ...(body ? { body: text } : {}) });
	return (await response.json()) as Answer;
}

function timeText(at: number): string {
	return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

async function create(change: object = {}, beginsIn = 0): Promise<string> {
	const now = world.clock.now();
	const { returnObject, resultDesc } = await ask('POST', '', {
		name: `Campaign ${Math.random()}`,
		strBeginTime: timeText(now + beginsIn),
		strEndTime: timeText(now + 10 * 86_400_000),
		deviceType: 1,
		callerNo: [{ accessCode: '02160000000', priority: 1 }],
		maxAlertingTime: 30,
		scheduleParam: {},
		ivrParam: { deviceSign: '1' },
		...change,
	});
	expect(resultDesc).toBe('Success');
	return returnObject.campaignId;
}

async function add(campaignId: string, ...numbers: string[]): Promise<string> {
	const callDataList = [{ sessionId: 'one', called: numbers.map((calledNo) => ({ calledNo })) }];
	const { returnObject } = await ask('POST', `/calldata/${campaignId}`, { callDataList });
	return returnObject.dataIdList[0]?.dataId ?? '';
}

async function until(condition: () => boolean): Promise<void> {
	for (let tries = 0; tries < 500 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 5));
	expect(condition()).toBe(true);
}

const resultsOf = (id: string) => vendor.campaigns().find(({ campaignId }) => campaignId === id)?.results ?? [];

it('calls a number and keeps the result', async () => {
	const id = await create();
	await add(id, '13720000001');
	await until(() => resultsOf(id).length === 1);
	expect(world.phones.timesRung('13720000001')).toBe(1);
	expect(resultsOf(id)[0]).toMatchObject({ campaignId: id, sessionId: 'one', called: '13720000001', callStatus: 6, failCode: '00000' });
	expect(world.phones.talks()).toMatchObject([{ vendor: 'huawei', endedAt: expect.any(Number) }]);
});

it('calls nobody before it begins or while it is paused', async () => {
	const later = await create({}, 5 * 86_400_000);
	await add(later, '13720000001');
	const paused = await create();
	await ask('PUT', `/${paused}/pause`, undefined, 'v1');
	await add(paused, '13720000002');
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(world.phones.rings()).toEqual([]);
	await ask('PUT', `/${paused}/resume`, undefined, 'v1');
	await until(() => world.phones.timesRung('13720000002') === 1);
	expect(world.phones.timesRung('13720000001')).toBe(0);
	expect(await ask('PUT', `/${paused}/resume`, undefined, 'v1')).toMatchObject({ resultCode: '0200011' });
});

it('calls the next number, and again by its retry policy', async () => {
	world.phones.setBehaviour('13720000001', { answer: 'busy' });
	world.phones.setBehaviour('13720000002', { answer: 'rejects' });
	const policyJson = JSON.stringify([{ dataType: 'SI', type: 1, policy: [{ result: 4, retryNumber: 1, callInterval: 60 }] }]);
	const id = await create({ retryPolicy: { policyType: 1, policyJson } });
	await add(id, '13720000001', '13720000002');
	await until(() => resultsOf(id).length === 4);
	expect(resultsOf(id).map(({ called, failCode }) => `${called} ${failCode}`)).toEqual(['13720000001 00537', '13720000002 00604', '13720000001 00537', '13720000002 00604']);
});

it('calls again after a business result that asks for it', async () => {
	const id = await create({ busiPolicy: JSON.stringify([{ busiResultCode: 'callback', busiResultPolicy: 2, callInterval: 60 }]) });
	const dataId = await add(id, '13720000001');
	await until(() => resultsOf(id).length === 1);
	expect(await ask('POST', `/callBusiResult/${dataId}`, { busiResult: 'done' }, 'v1')).toMatchObject({ resultCode: '0200000' });
	expect(await ask('POST', `/callBusiResult/${dataId}`, { busiResult: 'callback' }, 'v1')).toMatchObject({ resultCode: '0200000' });
	await until(() => resultsOf(id).length === 2);
	expect(await ask('POST', '/callBusiResult/1', { busiResult: 'callback' }, 'v1')).toMatchObject({ resultCode: '0200033' });
});

it('refuses numbers that come less than a second after others', async () => {
	const id = await create({}, 86_400_000);
	for (const campaign of vendor.campaigns()) campaign.lastRequestAt.numbers = world.clock.now() + 60_000;
	const path = `/rest/isales/v2/openapi/campaigns/1/calldata/${id}`;
	const body = JSON.stringify({ callDataList: [{ called: [{ calledNo: '13720000002' }] }] });
	const response = await fetch(vendor.url + path, { method: 'POST', headers: signed('POST', path, body), body });
	expect(response.status).toBe(429);
	expect(vendor.tooEarly()).toBe(1);
});

describe('the push of a result', () => {
	async function pushed(answers: Array<{ status: number; retCode: string }>, fault?: 'cutAfter'): Promise<{ push: Push; bodies: unknown[] }> {
		const bodies: unknown[] = [];
		const app = express().use(express.json(), (request, response) => {
			bodies.push(request.body);
			const { status, retCode } = answers[bodies.length - 1] ?? { status: 200, retCode: '0' };
			response.status(status).json({ retCode, retMsg: '' });
		});
		const receiver = await listen(app, 0);
		if (fault) world.faults.add({ vendor: 'huawei', operation: 'campaignResult', kind: fault });
		const push = await vendor.push(`${receiver.url}/webhook?token=secret`, { failCode: '00603', callStatus: 5 }).done;
		await receiver.close();
		return { push, bodies };
	}

	it('is a bare list, and is over when it is taken', async () => {
		const { push, bodies } = await pushed([]);
		expect(bodies).toEqual([[expect.objectContaining({ sessionId: 'customer-42', callStatus: 5, failCode: '00603' })]]);
		expect(push).toMatchObject({ state: 'delivered', targetUrl: expect.not.stringContaining('secret') });
	});

	it.each([
		['an HTTP error', { status: 500, retCode: '0' }],
		['another code', { status: 200, retCode: '1' }],
	])('is repeated at once after %s, and again 10 minutes later', async (_, bad) => {
		const { push } = await pushed([bad, bad, bad]);
		const gaps = push.attempts.slice(1).map(({ at }, index) => at - (push.attempts[index]?.at ?? 0));
		expect(push.state).toBe('delivered');
		expect(gaps).toHaveLength(3);
		expect(gaps[1]).toBeGreaterThanOrEqual(600_000);
	});

	it('arrives twice if the answer was lost', async () => {
		expect((await pushed([], 'cutAfter')).bodies).toHaveLength(2);
	});

	it('is given up after two rounds', async () => {
		const bad = { status: 404, retCode: '0' };
		const { push } = await pushed([bad, bad, bad, bad]);
		expect(push).toMatchObject({ state: 'failed' });
		expect(push.attempts).toHaveLength(4);
	});
});
