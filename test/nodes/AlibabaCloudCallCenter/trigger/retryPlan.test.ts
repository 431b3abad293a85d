import { start, vendor } from '../support';
import { ended, forget, record, TestN8n } from './support';

let n8n: TestN8n;

beforeEach(async () => {
	forget();
	await start({}, 1);
	n8n = new TestN8n();
});
afterEach(async () => await n8n.deactivate());
afterAll(async () => await vendor.close());

const busy = (id: string) => record(id, { ContactDisposition: 'NoAnswer', EarlyMediaState: 'Busy', RecordingReady: true });

it.each([true, false])('a call that found the line busy has a next attempt (Simplify: %p)', async (simplify) => {
	await n8n.activate({ simplify, retryPlan: { afterMinutes: '30' } });
	ended(busy('1'), record('2'));
	await n8n.poll();
	const attempts = n8n.field('nextAttempt');
	expect(attempts).toHaveLength(2);
	expect(attempts).toContainEqual({ number: 2, at: expect.any(String) });
	expect(attempts).toContainEqual(null);
});

it('a call has only one, whatever else happens to it', async () => {
	await n8n.activate({ events: ['callEnded', 'recordingReady'], retryPlan: { afterMinutes: '30' } });
	ended(busy('1'));
	await n8n.poll();
	expect(n8n.field('event').sort()).toEqual(['callEnded', 'recordingReady']);
	expect(n8n.field('nextAttempt').filter(Boolean)).toEqual([{ number: 2, at: expect.any(String) }]);
});

it('without a plan, a call is output as ever', async () => {
	await n8n.activate();
	ended(busy('1'));
	await n8n.poll();
	expect([...n8n.runs.values()][0]?.json).not.toHaveProperty('nextAttempt');
});

it('a plan that cannot be read is found when the workflow is switched on', async () => {
	await expect(n8n.activate({ retryPlan: { timeZone: 'Peking' } })).rejects.toThrow(/'Time Zone' is "Peking"/);
});
