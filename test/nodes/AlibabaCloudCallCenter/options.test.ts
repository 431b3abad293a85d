import type { INode } from 'n8n-workflow';
import { call, phones, start, START, vendor } from './support';

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };

beforeEach(async () => await start());
afterAll(async () => await vendor.close());

describe('an option that cannot be used', () => {
	it.each<[string, Record<string, string | number>, RegExp]>([
		['Concurrency as a word', { concurrency: 'ten' }, /'Concurrency' is "ten": use a whole number from 1 to 200/],
		['Concurrency as a calculation with nothing', { concurrency: '={{ $json.none + 1 }}' }, /'Concurrency' is (not a number|empty): use a whole number/],
		['Concurrency 0', { concurrency: 0 }, /'Concurrency' is 0: /],
		['Concurrency beyond the maximum', { concurrency: 201 }, /'Concurrency' is 201: /],
		['Timeout as a word', { timeoutSeconds: 'abc' }, /'Timeout \(Seconds\)' is "abc": use a whole number of seconds from 1 to 600/],
		['a negative Timeout', { timeoutSeconds: -1 }, /'Timeout \(Seconds\)' is -1: /],
		['a Timeout of a month', { timeoutSeconds: 3_000_000 }, /'Timeout \(Seconds\)' is 3000000: /],
		['Requests per Second that is not a number', { requestsPerSecond: 'fast' }, /'Requests per Second' is "fast": use a number from 0 to 1000/],
		['Requests per Second beyond the maximum', { requestsPerSecond: 1001 }, /'Requests per Second' is 1001: /],
		['Requests per Second without end', { requestsPerSecond: '={{ 1 / 0 }}' }, /'Requests per Second'/],
		['an expression that fails', { requestsPerSecond: '={{ $json.phone.none.none }}' }, /'Requests per Second' is empty: use a number from 0 to 1000/],
	])('%s fails each item before anything is sent', async (_, options, message) => {
		const parameters = { ...START, options };
		const { json } = await call({ parameters, items: phones(3), settings: goOn });
		expect(json.map(({ error }) => error)).toEqual(Array(3).fill(expect.stringMatching(message)));
		const { error } = await call({ parameters, items: phones(3) });
		expect(error?.message).toMatch(message);
		expect(vendor.requests).toBe(0);
	});
});

it('takes numbers that arrive as text, and decimals where they make sense', async () => {
	const options = { concurrency: '3', requestsPerSecond: 99.5, timeoutSeconds: '20' };
	expect((await call({ parameters: { ...START, options }, items: phones(3) })).json).toHaveLength(3);
});

it('a cancelled execution does not wait for the turns of its items', async () => {
	const started = Date.now();
	const parameters = { ...START, options: { requestsPerSecond: 1, concurrency: 20 } };
	await call({ parameters, items: phones(40), started: ({ cancel }) => void setTimeout(cancel, 300) });
	expect(vendor.requests).toBeLessThanOrEqual(1);
	expect(Date.now() - started).toBeLessThan(4_000);
});
