import type { IDataObject } from 'n8n-workflow';
import { open, type RunningTrigger } from '../../../support/webhook';
import { answered, campaignCall, hungUp, notified, startCallbacks } from './support';

let trigger: RunningTrigger;

afterEach(async () => await trigger.close());

async function start(parameters: IDataObject): Promise<void> {
	trigger = await startCallbacks(open({ parameters: parameters as never }));
}

const retryPlan = { afterMinutes: '30, 120', maxAttempts: 3 };
const next = (number: number) => ({ number, at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/) });

it.each([
	['a call without data of its own', hungUp({ releaseReason: '5', callData: '' }), next(2)],
	['a call with other data', hungUp({ releaseReason: '5' }), next(2)],
	['a call whose data has the attempt', hungUp({ releaseReason: '5', callData: '{ "attempt": 2 }' }), next(3)],
	['the last attempt', hungUp({ releaseReason: '5', callData: '{ "attempt": 3 }' }), null],
	['a call that was answered', hungUp(), null],
	['a voice notification', notified({ releaseReason: 4 }), next(2)],
	['a call of a campaign', [campaignCall({ callStatus: 5, failCode: '00145', customField: 'order4711 attempt2' })], next(3)],
])('%s', async (_, body, expected) => {
	await start({ retryPlan });
	await trigger.post(body);
	expect(trigger.json()).toMatchObject([{ callResult: expect.any(String), nextAttempt: expected }]);
});

it('each call of a campaign has one of its own', async () => {
	await start({ retryPlan, simplify: false });
	await trigger.post([campaignCall(), campaignCall({ sessionId: 'customer-2', callId: '2', callStatus: 5, failCode: '00145' })]);
	expect(trigger.json()).toMatchObject([{ payload: expect.anything(), nextAttempt: null }, { nextAttempt: next(2) }]);
});

it('a call that was only answered so far has none', async () => {
	await start({ retryPlan });
	await trigger.post(answered());
	expect(trigger.json()[0]).not.toHaveProperty('nextAttempt');
});

it('without a plan, a call is output as ever', async () => {
	await start({});
	await trigger.post(hungUp({ releaseReason: '5' }));
	expect(trigger.json()[0]).not.toHaveProperty('nextAttempt');
});
