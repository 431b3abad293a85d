import { Random } from '../../../lab/reliability/random';

const draws = (seed: number) => {
	const random = new Random(seed);
	return Array.from({ length: 2000 }, () => random.next());
};

test('the same seed draws the same, another seed something else', () => {
	expect(draws(7)).toEqual(draws(7));
	expect(draws(8)).not.toEqual(draws(7));
	expect(draws(7).every((value) => value >= 0 && value < 1)).toBe(true);
	expect(new Set(draws(7)).size).toBeGreaterThan(1990);
});

test('whole numbers reach both ends, and nothing beyond', () => {
	const random = new Random(1);
	const drawn = Array.from({ length: 500 }, () => random.whole(2, 5));
	expect([...new Set(drawn)].sort()).toEqual([2, 3, 4, 5]);
});

test('a chance comes as often as it should', () => {
	const random = new Random(1);
	const hits = Array.from({ length: 5000 }, () => random.chance(0.2)).filter(Boolean).length;
	expect(hits / 5000).toBeCloseTo(0.2, 1);
});

test('a shuffled list has the same entries; an empty list has none to pick', () => {
	const list = Array.from({ length: 50 }, (_, index) => index);
	const random = new Random(3);
	const shuffled = random.shuffled(list);
	expect(shuffled).not.toEqual(list);
	expect(shuffled.sort((a, b) => a - b)).toEqual(list);
	expect(random.pick([])).toBeUndefined();
	expect(list).toContain(random.pick(list));
});
