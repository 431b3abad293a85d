import type { Counters } from './counters';
import type { ItemRules } from './rules';

/** How often a full limit or the gap may put off the moment that an item is told. */
const MOST_STEPS = 20;

/** The first moment that all rules allow, as far as the calls before it tell; undefined if there is none within a year. */
export async function firstAllowed(rules: ItemRules, counters: Counters[], earliest: number): Promise<number | undefined> {
	let at = rules.hours.next(earliest);
	for (let step = 0; at !== undefined && step < MOST_STEPS; step++) {
		const open = at;
		const free = Math.max(open, ...(await Promise.all(counters.map(async (own) => await own.freeFrom(open)))));
		if (free === open) return open;
		at = rules.hours.next(free);
	}
	return at;
}
