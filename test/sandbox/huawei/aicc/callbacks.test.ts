import { createHmac } from 'node:crypto';
import express from 'express';
import { startAicc, callbackSignature, type AiccVendor } from '../../../../sandbox/huawei/aicc';
import { listen, type RunningServer } from '../../../../sandbox/server';
import { createWorld } from '../../../../sandbox/world';

let vendor: AiccVendor;
let receiver: RunningServer;
let received: Array<Record<string, string>>;

beforeEach(async () => {
	received = [];
	const app = express().use(express.json());
	app.post('/calls', (request, response) => {
		received.push(request.body as Record<string, string>);
		response.json({ retCode: '0', retMsg: 'success' });
	});
	receiver = await listen(app, 0);
	vendor = await startAicc(createWorld({ speed: 1000 }));
});
afterEach(async () => await Promise.all([receiver.close(), vendor.close()]));

const ORDER = { caller: '13918140000', called: '13720000000', callData: 'order 4711' };

it('signs what is sent to an address that came with the call', async () => {
	const callBackUrl = Buffer.from(`${receiver.url}/calls`).toString('base64');
	const { callSerialNo } = await vendor.place({ kind: 'twoParty', ...ORDER, callBackUrl });
	const [body] = received;
	expect(body).toMatchObject({ callSerialNo, called: '13720000000', releaseReason: '0', createCallTime: expect.stringMatching(/^\d{4}\/\d\d\/\d\d,\d\d:\d\d:\d\d:\d{3}$/) });
	const { timestamp = '', nonce = '', signature, ...fields } = body ?? {};
	const params = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join(',').split(' ').join('');
	expect(params).toContain('callData=order4711');
	const secret = vendor.options.appSecret;
	expect(signature).toBe(createHmac('sha256', secret).update(`${secret}_${timestamp}_${nonce}_${params}`).digest('base64'));
	expect(vendor.callbacks.sent).toMatchObject([{ status: 200, answer: { retCode: '0' } }]);
});

it('signs nothing that is sent to an address of the console, where the answer is reported too', async () => {
	vendor.callbacks.console = { answered: `${receiver.url}/calls`, ended: `${receiver.url}/calls` };
	await vendor.place({ kind: 'twoParty', ...ORDER });
	expect(received.map(({ releaseReason, signature }) => [releaseReason, signature])).toEqual([[undefined, undefined], ['0', undefined]]);
});

it('reports the end of a notification in its own codes', async () => {
	vendor.callbacks.console = { notificationEnded: `${receiver.url}/calls` };
	await vendor.place({ kind: 'notification', caller: '', called: '13720000000', playMs: 10 });
	expect(received).toEqual([expect.objectContaining({ releaseReason: '1' })]);
	expect(received[0]).not.toHaveProperty('caller');
});

it('prints an absent value as a sorted Java map does, and without blanks', () => {
	const expected = createHmac('sha256', 's').update('s_1_n_a=null,b=xy,c=').digest('base64');
	expect(callbackSignature({ c: '', b: 'x y', a: null }, 's', '1', 'n')).toBe(expected);
});
