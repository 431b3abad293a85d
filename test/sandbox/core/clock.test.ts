import { createClock } from '../../../sandbox/clock';

test('vendor time passes at its own speed', async () => {
	const clock = createClock(100);
	const vendorStart = clock.now();
	const realStart = Date.now();
	await clock.sleep(10_000);
	expect(Date.now() - realStart).toBeGreaterThanOrEqual(95);
	expect(Date.now() - realStart).toBeLessThan(5_000);
	expect(clock.now() - vendorStart).toBeGreaterThanOrEqual(9_500);
});

test('a sleep ends at once when it is aborted', async () => {
	const abort = new AbortController();
	const sleep = createClock().sleep(3_600_000, abort.signal);
	abort.abort();
	await expect(sleep).rejects.toMatchObject({ name: 'AbortError' });
});

test('a sleep longer than the longest timer does not end at once', async () => {
	const abort = new AbortController();
	let hasEnded = false;
	const sleep = createClock()
		.sleep(2 ** 40, abort.signal)
		.finally(() => {
			hasEnded = true;
		});
	await createClock().sleep(20);
	expect(hasEnded).toBe(false);
	abort.abort();
	await expect(sleep).rejects.toMatchObject({ name: 'AbortError' });
});

test.each([0, -1, NaN])('refuses the speed %d', (speed) => {
	expect(() => createClock(speed)).toThrow('above 0');
});
