import { Recent } from '../../../../nodes/common/trigger/recent';

function setup() {
	const clock = { time: 0 };
	const recent = new Recent<number>({ refreshMs: 1000, lifetimeMs: 5000 }, () => clock.time);
	const read = jest.fn(async () => clock.time);
	return { clock, recent, read };
}

it('reads once for all callers within the lifetime, even at the same moment', async () => {
	const { clock, recent, read } = setup();
	expect(await Promise.all([recent.get('a', read), recent.get('a', read)])).toEqual([0, 0]);
	clock.time = 999;
	expect(await recent.get('a', read)).toBe(0);
	expect(read).toHaveBeenCalledTimes(1);
});

it('lets no caller wait for a refresh, and uses nothing that is too old', async () => {
	const { clock, recent, read } = setup();
	await recent.get('a', read);
	clock.time = 1000;
	expect(await Promise.all([recent.get('a', read), recent.get('a', read)])).toEqual([0, 1000]);
	expect(read).toHaveBeenCalledTimes(2);
	clock.time = 6000;
	expect(await recent.get('a', read)).toBe(6000);
});

it('shows the failure of a refresh to the next caller', async () => {
	const { clock, recent, read } = setup();
	await recent.get('a', read);
	clock.time = 1000;
	const failing = async () => await Promise.reject(new Error('database is locked'));
	expect(await recent.get('a', failing)).toBe(0);
	await expect(recent.get('a', failing)).rejects.toThrow('database is locked');
});

it('reads again for a caller who wants it fresher, and for another key', async () => {
	const { clock, recent, read } = setup();
	await recent.get('a', read);
	clock.time = 400;
	expect(await recent.get('a', read, 500)).toBe(0);
	expect(await recent.get('b', read)).toBe(400);
	clock.time = 500;
	expect(await recent.get('a', read, 500)).toBe(500);
	expect(await recent.get('a', read)).toBe(500);
});

it('does not keep a failure', async () => {
	const { recent, read } = setup();
	await expect(recent.get('a', async () => await Promise.reject(new Error('database is locked')))).rejects.toThrow('database is locked');
	expect(await recent.get('a', read)).toBe(0);
});
