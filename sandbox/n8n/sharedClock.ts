import { join } from 'node:path';
import { createClock, type Clock } from '../clock';

export interface SharedClock {
	/** For the vendors: `startSandbox({ clock })`. */
	clock: Clock;
	/** For every n8n process: `startN8n({ settings })`. */
	settings: Record<string, string>;
}

interface Course {
	/** How many seconds pass in one real second. */
	speed: number;
	/** What the clock shows when it begins to run fast, in ms since the epoch. */
	startsAt: number;
	/** In how many real milliseconds it begins to. Until then it runs as fast as any clock, so that n8n can start. */
	beginsIn: number;
}

/**
 * One clock for n8n and the vendors, so that a week can pass in minutes. The time of n8n's own database, of its schedules and of
 * code in its editor's expressions remains the real one.
 */
export function sharedClock({ speed, startsAt, beginsIn }: Course): SharedClock {
	const beginsAt = Date.now() + beginsIn;
	const now = () => {
		const passed = Date.now() - beginsAt;
		return Math.round(startsAt + (passed < 0 ? passed : passed * speed));
	};
	return {
		clock: { ...createClock(speed), now, wall: now },
		settings: {
			NODE_OPTIONS: `--require ${join(__dirname, 'fastClock.js')}`,
			SANDBOX_CLOCK: JSON.stringify({ beginsAt, startsAt, speed }),
		},
	};
}
