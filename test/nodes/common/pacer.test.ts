import { Pacer } from '../../../nodes/common/pacer';

/** Time that passes only while somebody sleeps; sleepers wake in order. */
class FakeClock {
	private time = 1_000_000;

	private sleepers: Array<{ at: number; wake(): void }> = [];

	now = () => this.time;

	sleep = async (ms: number) => await new Promise<void>((wake) => this.sleepers.push({ at: this.time + ms, wake }));

	/** Lets time pass until nobody sleeps. */
	async run(): Promise<void> {
		for (;;) {
			await new Promise(setImmediate);
			this.sleepers.sort((a, b) => a.at - b.at);
			const next = this.sleepers.shift();
			if (!next) return;
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
	}
}

/** A vendor that takes so many requests in a second (fixed windows) and answers after `latency` ms. */
function vendor(clock: FakeClock, perSecond: number, latency: number) {
	const taken = new Map<number, number>();
	const seen = { refused: 0 };
	const send = async () => {
		const second = Math.floor(clock.now() / 1000);
		const count = (taken.get(second) ?? 0) + 1;
		taken.set(second, count);
		await clock.sleep(latency);
		if (count > perSecond) seen.refused++;
		return count <= perSecond;
	};
	return { send, seen };
}

async function campaign({ items, width, perSecond, latency = 50, limit = 0 }: { items: number; width: number; perSecond: number; latency?: number; limit?: number }) {
	const clock = new FakeClock();
	const { send, seen } = vendor(clock, perSecond, latency);
	const pacer = new Pacer(limit, clock);
	const started = clock.now();
	let left = items;
	const worker = async () => {
		while (left-- > 0) {
			for (let done = false; !done; ) {
				await pacer.turn();
				done = await send();
				if (done) pacer.accepted();
				else pacer.throttled();
			}
		}
	};
	const all = Promise.all(Array.from({ length: width }, worker));
	await clock.run();
	await all;
	return { seconds: (clock.now() - started) / 1000, refused: seen.refused };
}

describe('Pacer', () => {
	it('holds no request back without a limit or a refusal', async () => {
		const { seconds } = await campaign({ items: 1000, width: 10, perSecond: Infinity });
		expect(seconds).toBeCloseTo(5, 0);
	});

	it('keeps to the limit that the user set', async () => {
		const { seconds } = await campaign({ items: 100, width: 10, perSecond: Infinity, limit: 20 });
		expect(seconds).toBeGreaterThanOrEqual(4.9);
		expect(seconds).toBeLessThan(5.3);
	});

	it.each([5, 10, 50, 200])('learns what the vendor accepts instead of hammering it (width %p)', async (width) => {
		const { seconds, refused } = await campaign({ items: 1000, width, perSecond: 20 });
		expect(seconds).toBeLessThan(1.2 * (1000 / 20));
		expect(refused).toBeLessThanOrEqual(100);
	});

	it.each([
		{ width: 50, latency: 50 },
		{ width: 200, latency: 50 },
		{ width: 200, latency: 5 },
		{ width: 200, latency: 400 },
	])('meets a vendor that throttles with few requests, also in a small campaign ($width wide, $latency ms)', async ({ width, latency }) => {
		const { seconds, refused } = await campaign({ items: 400, width, latency, perSecond: 20 });
		expect(refused).toBeLessThanOrEqual(40);
		expect(seconds).toBeLessThan(1.2 * (400 / 20) + latency / 1000);
	});

	it('opens wide within a few answers from a vendor that accepts everything', async () => {
		const { seconds } = await campaign({ items: 2000, width: 100, perSecond: Infinity });
		expect(seconds).toBeLessThan(1.25 * (2000 / 100) * 0.05);
	});

	it('keeps few requests under way until answers come', async () => {
		const pacer = new Pacer(0, new FakeClock());
		let sent = 0;
		const turns = Array.from({ length: 50 }, async () => {
			await pacer.turn();
			sent++;
		});
		await new Promise(setImmediate);
		expect(sent).toBe(10);
		pacer.failed();
		await new Promise(setImmediate);
		expect(sent).toBe(11);
		for (let i = 0; i < 50; i++) pacer.accepted();
		await Promise.all(turns);
		expect(sent).toBe(50);
	});

	it('returns to full speed after a vendor that accepted nothing at first', async () => {
		const clock = new FakeClock();
		const pacer = new Pacer(0, clock);
		const began = clock.now();
		const all = (async () => {
			for (let refused = 0; refused < 2; refused++) {
				await pacer.turn();
				pacer.throttled();
			}
			for (let sent = 0; sent < 500; sent++) {
				await pacer.turn();
				pacer.accepted();
			}
		})();
		await clock.run();
		await all;
		expect((clock.now() - began) / 1000).toBeLessThan(15);
	});

	it('comes back when the vendor asks for it', async () => {
		const clock = new FakeClock();
		const pacer = new Pacer(0, clock);
		const began = clock.now();
		await pacer.turn();
		pacer.throttled(2500);
		const turn = pacer.turn();
		await clock.run();
		await turn;
		expect(clock.now() - began).toBe(2500);
	});

	it('waits longer each time it is refused again', async () => {
		const clock = new FakeClock();
		const pacer = new Pacer(0, clock);
		const waits: number[] = [];
		await pacer.turn();
		for (let i = 0; i < 4; i++) {
			const before = clock.now();
			pacer.throttled();
			const turn = pacer.turn();
			await clock.run();
			await turn;
			waits.push(clock.now() - before);
		}
		expect(waits).toEqual([1000, 2000, 4000, 8000]);
	});
});

describe('a cancelled execution', () => {
	it('takes no more turns, and no item waits for its own', async () => {
		const clock = new FakeClock();
		const pacer = new Pacer(1, clock);
		const cancel = new AbortController();
		const started = clock.now();
		const turns = Promise.all(Array.from({ length: 100 }, async () => {
			const isMine = await pacer.turn(cancel.signal);
			if (isMine) pacer.accepted();
			if (clock.now() - started > 2_500) cancel.abort();
			return isMine;
		}));
		await clock.run();
		expect((await turns).filter((isMine) => isMine).length).toBeLessThanOrEqual(4);
		expect(clock.now() - started).toBeLessThan(5_000);
	});
});
