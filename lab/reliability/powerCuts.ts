import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../sandbox/n8n/paths';
import type { N8nServer } from '../../sandbox/n8n/server';
import type { Random } from './random';

export interface PowerCut {
	/** Milliseconds since the epoch. */
	at: number;
	/** When n8n was up again. */
	backAt: number;
}

const LONGEST_DELAY_MS = 400;

/** Kills n8n with SIGKILL at equal shares of the work, each time after a short random delay, and restarts it at once. */
export class PowerCuts {
	readonly cuts: PowerCut[] = [];
	private begun = 0;
	private underway: Promise<void> = Promise.resolve();

	constructor(
		private readonly server: N8nServer,
		private readonly count: number,
		private readonly random: Random,
		private readonly log: Log,
	) {}

	/** @param share how much of the work is done, from 0 to 1 */
	progress(share: number): void {
		if (this.begun >= this.count || share < (this.begun + 1) / (this.count + 1)) return;
		this.begun += 1;
		this.underway = this.underway.then(async () => await this.cut());
	}

	/** Resolves when n8n is up. */
	async over(): Promise<void> {
		await this.underway;
	}

	private async cut(): Promise<void> {
		await wait(this.random.whole(0, LONGEST_DELAY_MS));
		await this.server.kill();
		const at = Date.now();
		this.log('n8n was killed');
		await this.server.restart();
		this.cuts.push({ at, backAt: Date.now() });
		this.log('n8n is back');
	}
}
