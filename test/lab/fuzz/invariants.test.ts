import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { BaiyingTrigger } from '../../../nodes/Baiying/BaiyingTrigger.node';
import type { Body } from '../../../lab/fuzz/body';
import { faultsOf } from '../../../lab/fuzz/invariants';
import { FuzzedTrigger, SETUPS } from '../../../lab/fuzz/trigger';

jest.setTimeout(60_000);

/** A trigger that does something forbidden, which the invariants must notice. */
function spoiled(webhook: (node: IWebhookFunctions) => Promise<IWebhookResponseData>): FuzzedTrigger {
	class Spoiled extends BaiyingTrigger {
		override async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
			return await webhook(this);
		}
	}
	return new FuzzedTrigger(new Spoiled(), SETUPS.default);
}

const BODY: Body = { encoding: 'utf8', pieces: ['{"a":"', { repeat: ' ', times: 60_000 }, 'x"}'] };
const TWO_WAYS: Body = { encoding: 'utf8', pieces: ['{"a":1}'], twin: ['{ "a": 1 }'] };

const returning = (json: unknown) => spoiled(async () => ({ webhookResponse: 'success', workflowData: [[{ json: json as Record<string, never> }]] }));

const refusing = (status: number, reason: string) =>
	spoiled(async (node) => {
		node.getResponseObject().status(status).json({ error: reason });
		return { noWebhookResponse: true };
	});

test.each<[string, FuzzedTrigger, RegExp]>([
	['throws', spoiled(async () => await Promise.reject(new Error('boom'))), /threw Error: boom/],
	['answers 500', refusing(500, 'this went wrong'), /answered 500/],
	['refuses without saying why', refusing(400, ''), /a refusal with the reason ""/],
	['returns Infinity', returning({ deep: [{ duration: Infinity }] }), /the number Infinity/],
	['returns a key __proto__', returning(JSON.parse('{"a":{"__proto__":1}}')), /a key __proto__/],
	['returns a Date', returning({ at: new Date(0) }), /an object of a class/],
])('%s', async (_, trigger, fault) => {
	expect((await faultsOf(trigger, BODY)).join()).toMatch(fault);
});

test('takes the same JSON, written differently, for something new', async () => {
	expect(await faultsOf(returning({}), TWO_WAYS)).toEqual(['written differently it has another deliveryId']);
});

test('reads with a slow regular expression', async () => {
	const slow = spoiled(async (node) => {
		const { rawBody } = node.getRequestObject();
		return { webhookResponse: / *$/.test(rawBody.toString()) ? 'success' : 'no' };
	});
	expect((await faultsOf(slow, BODY)).join()).toMatch(/exponent/);
});

test('changes what all objects inherit', async () => {
	const polluting = spoiled(async () => {
		Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true });
		return { webhookResponse: 'success' };
	});
	expect(await faultsOf(polluting, TWO_WAYS)).toEqual(['a shared prototype was changed']);
	Reflect.deleteProperty(Object.prototype, 'polluted');
});
