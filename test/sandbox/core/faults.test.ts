import { Faults } from '../../../sandbox/faults';

function strikes(faults: Faults, requests: number): boolean[] {
	return Array.from({ length: requests }, () => faults.strike('alibaba', 'Dial') !== undefined);
}

test('strikes once by default', () => {
	const faults = new Faults();
	faults.add({ vendor: 'alibaba', kind: 'refuse' });
	expect(strikes(faults, 3)).toEqual([true, false, false]);
	expect(faults.list()).toEqual([]);
});

test('strikes as often as asked', () => {
	const faults = new Faults();
	faults.add({ vendor: 'alibaba', kind: 'refuse', times: 2 });
	expect(strikes(faults, 3)).toEqual([true, true, false]);
});

test('every: 3 strikes each third request without end', () => {
	const faults = new Faults();
	faults.add({ vendor: 'alibaba', kind: 'cutAfter', every: 3 });
	expect(strikes(faults, 7)).toEqual([false, false, true, false, false, true, false]);
	expect(faults.list()).toHaveLength(1);
});

test('every and times together', () => {
	const faults = new Faults();
	faults.add({ vendor: 'alibaba', kind: 'cutAfter', every: 2, times: 1 });
	expect(strikes(faults, 5)).toEqual([false, true, false, false, false]);
});

test('strikes only the vendor, operation and parameters it is meant for', () => {
	const faults = new Faults();
	faults.add({ vendor: 'huawei', operation: 'callout', kind: 'hang', match: { called: '137' } });
	expect(faults.strike('alibaba', 'callout', { called: '137' })).toBeUndefined();
	expect(faults.strike('huawei', 'login', { called: '137' })).toBeUndefined();
	expect(faults.strike('huawei', 'callout', { called: '139' })).toBeUndefined();
	expect(faults.strike('huawei', 'callout')).toBeUndefined();
	expect(faults.strike('huawei', 'callout', { called: '137', caller: '1' })?.kind).toBe('hang');
});

test('the first of several faults strikes, then the next', () => {
	const faults = new Faults();
	faults.add({ vendor: 'alibaba', kind: 'throttle' });
	faults.add({ vendor: 'alibaba', kind: 'garbage' });
	const kinds = [1, 2, 3].map(() => faults.strike('alibaba', 'Dial')?.kind);
	expect(kinds).toEqual(['throttle', 'garbage', undefined]);
});

test('clear switches all faults off', () => {
	const faults = new Faults();
	faults.add({ vendor: 'alibaba', kind: 'refuse', times: 100 });
	faults.clear();
	expect(faults.strike('alibaba', 'Dial')).toBeUndefined();
});
