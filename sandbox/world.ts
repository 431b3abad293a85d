import { createClock, type Clock } from './clock';
import { Faults } from './faults';
import { Phones } from './phones';

/** What the vendors of one sandbox share. */
export interface World {
	clock: Clock;
	phones: Phones;
	faults: Faults;
}

export function createWorld({ speed }: { speed?: number } = {}): World {
	const clock = createClock(speed);
	return { clock, phones: new Phones(clock.now), faults: new Faults() };
}
