import { createClock, type Clock } from './clock';
import { Faults } from './faults';
import { Phones } from './phones';

/** What the vendors of one sandbox share. */
export interface World {
	clock: Clock;
	phones: Phones;
	faults: Faults;
}

/** With a clock, or with one of its own at a speed. */
export function createWorld({ speed, clock = createClock(speed) }: { speed?: number; clock?: Clock } = {}): World {
	return { clock, phones: new Phones(clock.now), faults: new Faults() };
}
