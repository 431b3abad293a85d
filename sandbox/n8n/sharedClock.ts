import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock, type Clock } from '../clock';

export interface SharedClock {
	/** For the vendors: `startSandbox({ clock })`. */
	clock: Clock;
	/** For every n8n process: `startN8n({ settings })`. */
	settings: Record<string, string>;
	/** Lets it run fast now. */
	begin(): void;
}

interface Course {
	/** How many seconds pass in one real second. */
	speed: number;
	/** What the clock shows when it is made, or `beginsIn` later; in ms since the epoch. */
	startsAt: number;
	/** In how many real milliseconds it begins to run fast; without it, `begin` says when. Until then it runs as fast as any clock, so that n8n can start. */
	beginsIn?: number;
}

/** So that all processes hear of it before. */
const NOTICE_MS = 200;

/**
 * One clock for n8n and the vendors, so that a week can pass in minutes. The time of n8n's own database, of its schedules and of
 * code in its editor's expressions remains the real one.
 */
export function sharedClock({ speed, startsAt, beginsIn }: Course): SharedClock {
	const madeAt = Date.now();
	const shownThen = startsAt - (beginsIn ?? 0);
	let beginsAt = beginsIn === undefined ? Infinity : madeAt + beginsIn;
	const now = () => {
		const real = Date.now();
		return Math.round(shownThen + (real - madeAt) + Math.max(0, real - beginsAt) * (speed - 1));
	};
	const signal = join(mkdtempSync(join(tmpdir(), 'call-center-clock-')), 'begins-at');
	const tell = () => writeFileSync(signal, String(beginsAt));
	if (beginsAt !== Infinity) tell();
	return {
		clock: { ...createClock(speed), now, wall: now },
		settings: {
			NODE_OPTIONS: `--require ${join(__dirname, 'fastClock.js')}`,
			SANDBOX_CLOCK: JSON.stringify({ madeAt, shownThen, speed, signal }),
		},
		begin() {
			beginsAt = Date.now() + NOTICE_MS;
			tell();
		},
	};
}
