import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { sharedClock } from '../../../sandbox/n8n/sharedClock';

const run = promisify(execFile);
const MONDAY = Date.parse('2026-11-23T00:00:00Z');
const HOUR_MS = 3_600_000;

/** What a process with the clock's settings prints. */
async function printed(settings: Record<string, string>, code: string): Promise<string> {
	const { stdout } = await run(process.execPath, ['-e', code], { env: { ...process.env, ...settings } });
	return stdout.trim();
}

test('the vendors and n8n read the same time, which runs fast', async () => {
	const { clock, settings } = sharedClock({ speed: 1000, startsAt: MONDAY, beginsIn: 0 });
	const before = clock.wall();
	const dates = await printed(settings, 'console.log([Date.now(), +new Date(), Date.parse(Date()), new Date() instanceof Date, new Date(0).getTime()].join())');
	const [now, made, written, isDate, zero] = dates.split(',');

	expect(before).toBeGreaterThanOrEqual(MONDAY);
	expect(Number(now)).toBeGreaterThan(before);
	expect(Number(made)).toBeGreaterThanOrEqual(Number(now));
	expect(Number(written)).toBeGreaterThan(before);
	expect([isDate, zero]).toEqual(['true', '0']);
	expect(clock.now()).toBeGreaterThan(Number(now));
	expect(clock.now() - MONDAY).toBeLessThan(24 * HOUR_MS);
});

test('a library may assign Date.now', async () => {
	const { settings } = sharedClock({ speed: 1000, startsAt: MONDAY, beginsIn: 0 });
	expect(Number(await printed(settings, 'Date.now = Date.now; console.log(Date.now())'))).toBeGreaterThanOrEqual(MONDAY);
});

test('it runs as fast as any clock until it begins', async () => {
	const { clock, settings } = sharedClock({ speed: 1000, startsAt: MONDAY, beginsIn: HOUR_MS });
	const now = Number(await printed(settings, 'console.log(Date.now())'));

	expect(Math.abs(now - (MONDAY - HOUR_MS))).toBeLessThan(60_000);
	expect(clock.now()).toBeGreaterThanOrEqual(now);
});

test('without a time to begin, it runs fast from the moment it is told to', async () => {
	const { clock, settings, begin } = sharedClock({ speed: 1000, startsAt: MONDAY });
	const untilFast = `console.log(Date.now()); setInterval(() => { if (Date.now() > ${MONDAY + HOUR_MS}) { console.log(Date.now()); process.exit(); } }, 20)`;
	const n8n = spawn(process.execPath, ['-e', untilFast], { env: { ...process.env, ...settings } });
	const shown: number[] = [];
	n8n.stdout.on('data', (line: Buffer) => {
		shown.push(Number(line));
		if (shown.length === 1) begin();
	});
	const [code] = (await once(n8n, 'close')) as [number];
	const [before = Infinity, after = 0] = shown;

	expect(code).toBe(0);
	expect(before).toBeLessThan(MONDAY + 60_000);
	expect(after).toBeGreaterThan(MONDAY + HOUR_MS);
	expect(clock.now()).toBeGreaterThanOrEqual(after);
});

test('only the waits of the Wait node are shorter', async () => {
	const { settings } = sharedClock({ speed: 1000, startsAt: MONDAY, beginsIn: 0 });
	const code = `
		const lateBy = (start) => new Promise((resolve) => { const begun = performance.now(); start(() => resolve(performance.now() - begun)); });
		const usual = (work) => setTimeout(work, 300);
		const inFile = (file) => new Function('work', 'setTimeout(work, 300000)\\n//# sourceURL=' + file);
		Promise.all([lateBy(usual), lateBy(inFile('wait-tracker.js')), lateBy(inFile('Wait.node.js'))]).then((late) => console.log(JSON.stringify(late)));
	`;
	const [usual = 0, tracked = 0, waited = 0] = JSON.parse(await printed(settings, code)) as number[];

	expect(usual).toBeGreaterThanOrEqual(299);
	for (const waiting of [tracked, waited]) {
		expect(waiting).toBeGreaterThanOrEqual(299);
		expect(waiting).toBeLessThan(5000);
	}
});
