import type { Attempt } from './attempt';
import { dryRun } from './denial';
import { inParallel } from './inParallel';

/** How many items ask n8n's database at the same time. */
const AT_ONCE = 10;

const NOT_REACHED: Attempt = { results: [] };

/** One item's way to its call. */
export interface Pass {
	isDryRun: boolean;
	/** Why the call may not go out now; undefined if it may. */
	ask(): Promise<Attempt | undefined>;
	/** Gives back what was claimed, unless the call was placed. */
	settled(ended: Attempt, isNothing?: boolean): Promise<Attempt>;
	giveBack(ended: Attempt): Promise<Attempt>;
}

/** How it ended for one of the items. */
export interface TogetherEnd {
	ended: Attempt;
	/** False if the item stayed behind. */
	isSent: boolean;
}

/** Items that go to the vendor together. Each has a pass of its own, and those that are denied stay behind. */
export class Together {
	/** By place: how it ended for those that stay behind. */
	readonly behind = new Map<number, Attempt>();

	/** Set once an item has failed and the node is to stop then. */
	isStopped = false;

	/** @param stopsAtFailure whether nobody goes out anymore once an item has failed */
	constructor(
		private readonly passes: Pass[],
		private readonly stopsAtFailure: boolean,
	) {}

	/** The places of the items that may go out now. It is asked again right before each request; who has been denied stays behind. */
	async ask(): Promise<number[]> {
		await inParallel(this.going(), AT_ONCE, async (place) => {
			const denied = await this.passes[place]?.ask();
			if (denied) this.behind.set(place, denied);
			this.isStopped ||= this.stopsAtFailure && denied !== undefined && 'error' in denied;
			return !this.isStopped;
		});
		return this.going();
	}

	going(): number[] {
		return this.isStopped ? [] : [...this.passes.keys()].filter((place) => !this.behind.has(place));
	}

	/** The items of a dry run stay behind as well. */
	leaveDryRuns(): void {
		for (const place of this.going()) if (this.passes[place]?.isDryRun) this.behind.set(place, dryRun('handed over'));
	}

	/**
	 * Gives back what was claimed for calls that were not placed.
	 *
	 * @param sent how it ended for those that went out, by place
	 * @param isNothing whether nothing at all happened at the vendor, if that doesn't follow from how it ended
	 * @returns by place; undefined for those that were not reached because another one failed
	 */
	async end(sent: ReadonlyMap<number, Attempt>, isNothing?: boolean): Promise<Array<TogetherEnd | undefined>> {
		const ends: Array<TogetherEnd | undefined> = this.passes.map(() => undefined);
		await inParallel([...this.passes.entries()], AT_ONCE, async ([place, pass]) => {
			const attempt = this.behind.get(place) ?? sent.get(place);
			const ended = attempt ? await pass.settled(attempt, this.behind.has(place) ? undefined : isNothing) : await pass.giveBack(NOT_REACHED);
			if (ended !== NOT_REACHED) ends[place] = { ended, isSent: !this.behind.has(place) && sent.has(place) };
			return true;
		});
		return ends;
	}
}
