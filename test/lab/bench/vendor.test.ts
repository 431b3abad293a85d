import { startVendor } from '../../../lab/bench/vendor';

test('the vendor takes what its limit allows, refuses the rest and notes both', async () => {
	const vendor = await startVendor({ requestsPerSecond: 3 });
	const answers = await Promise.all(Array.from({ length: 5 }, async () => await fetch(vendor.url, { method: 'POST' })));
	const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
	const bodies = (await Promise.all(answers.map(async (answer) => await answer.json()))) as Array<{ Code: string }>;
	await vendor.close();
	expect(statuses).toEqual([200, 200, 200, 429, 429]);
	expect(bodies.map(({ Code }) => Code).sort()).toEqual(['OK', 'OK', 'OK', 'Throttling.User', 'Throttling.User']);
	expect([vendor.taken.length, vendor.refused.length]).toEqual([3, 2]);
});

test('it answers after its latency', async () => {
	const vendor = await startVendor({ latencyMs: 40 });
	const start = performance.now();
	await fetch(vendor.url, { method: 'POST' });
	await vendor.close();
	expect(performance.now() - start).toBeGreaterThanOrEqual(39);
});
