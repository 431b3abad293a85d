import { sleep } from 'n8n-workflow';
import type { CallLimit } from '../../action/callingRules';
import type { Claims, Store } from './claims';
import { gapAround, periodOf } from './limits';
import type { ItemRules, Verdict } from './rules';

/** How long to wait, in milliseconds, for an item that claims the same place and may give it back. */
const RIVAL_PAUSES = [50, 100, 200];

const PERIODS: Array<CallLimit['per']> = ['hour', 'day', 'week'];

/** Where an execution counts, and what its items have learned about it. */
export interface Counting {
	counters: Store;
	/**
	 * Whether somebody without a call in the longest period has none in the shorter ones either. That is so until a node with other
	 * limits calls the same customers. What is taken for free saves a look; only the claim decides.
	 */
	isNested: boolean;
}

/** A limit, its index, and the name of the period that a moment belongs to. */
interface PeriodOfLimit {
	limit: CallLimit;
	index: number;
	period: string;
}

/** The first place of a limit that was free, and in which period. */
interface Seen {
	period: string;
	place: number;
	/** Set if nobody looked. */
	isAssumed?: boolean;
}

/** One of the places that a call needs. */
interface Step {
	/** Whether only one item can hold it, so that no other one competes with its holder for the remaining places. */
	isOnlyOne: boolean;
	/** @param isFirst whether nothing else has been claimed for the call */
	take(isFirst: boolean): Promise<Verdict | undefined>;
}

/** What the first step that denies the call says. */
async function inTurn(steps: Step[]): Promise<Verdict | undefined> {
	for (const { take } of steps) {
		const denied = await take(true);
		if (denied) return denied;
	}
	return undefined;
}

/** The same for steps that are taken at once. It waits for all of them, so that what they claimed can be given back. */
async function together(steps: Step[]): Promise<Verdict | undefined> {
	const ended = await Promise.allSettled(steps.map(async ({ take }) => await take(false)));
	const failed = ended.find(({ status }) => status === 'rejected');
	if (failed) throw (failed as PromiseRejectedResult).reason;
	return ended.flatMap((step) => (step.status === 'fulfilled' && step.value ? step.value : []))[0];
}

function reached({ calls, per }: CallLimit, nextAllowedAt: number): Required<Verdict> {
	const times = calls === 1 ? 'once' : `${calls} times`;
	return { verdict: 'limitReached', nextAllowedAt, reason: `The customer was called ${times} in this ${per}, which is the limit` };
}

/** A customer's calls as the rules count them. A place that was taken before, in this period, stays the item's. */
export class Counters {
	/** By limit: the period in which the item has a place. */
	private readonly placed = new Map<number, string>();

	/** By limit. */
	private readonly seen = new Map<number, Seen>();

	/** The stretch of time that the item has between other calls. */
	private stretch?: number;

	constructor(
		private readonly rules: ItemRules,
		private readonly customer: string,
		private readonly counting: Counting,
		private readonly claims: Claims,
	) {}

	/**
	 * Looks for free places without taking them, which may be done while something else is claimed. An item that may have claimed before
	 * cannot tell its own places from those of others by a look.
	 *
	 * @throws if the database doesn't answer
	 */
	async look(at: number): Promise<void> {
		if (this.claims.again) return;
		const missing = this.limitsAt(at).filter(({ index, period }) => this.placed.get(index) !== period);
		const [longest, ...others] = missing;
		const isFirstLook = missing.length === this.rules.limits.length;
		if (!longest || !isFirstLook || !this.counting.isNested) return await this.lookAt(...missing);
		await this.lookAt(longest);
		if (this.seen.get(longest.index)?.place !== 1) return await this.lookAt(...others);
		for (const { index, period } of others) this.seen.set(index, { period, place: 1, isAssumed: true });
	}

	/** The limits, the longest period first. */
	private limitsAt(at: number): PeriodOfLimit[] {
		const { limits, calendar } = this.rules;
		const all = limits.map((limit, index) => ({ limit, index, period: periodOf(limit, at, calendar).name }));
		return all.sort((a, b) => PERIODS.indexOf(b.limit.per) - PERIODS.indexOf(a.limit.per));
	}

	private async lookAt(...limits: PeriodOfLimit[]): Promise<void> {
		await Promise.all(limits.map(async ({ limit, index, period }) => void this.seen.set(index, { period, place: await this.firstFree(limit, period) })));
	}

	/**
	 * The moment itself if the limits and the gap have room for a call then, or else the end of what has none. What the item has claimed
	 * in this try leaves room for it.
	 *
	 * @throws if the database doesn't answer
	 */
	async freeFrom(at: number): Promise<number> {
		const { limits, gapMinutes, calendar } = this.rules;
		const ends = limits.map(async (limit) => {
			const { name, end } = periodOf(limit, at, calendar);
			return (await this.firstFree(limit, name)) > limit.calls ? end : at;
		});
		return Math.max(at, ...(await Promise.all([...ends, gapMinutes === undefined ? at : this.gapEnd(gapMinutes, at)])));
	}

	/** The first place of a period that no other item has; one more than there are if others have all of them. */
	private async firstFree({ calls }: CallLimit, period: string): Promise<number> {
		let place = 1;
		while (place <= calls && (await this.isTaken(this.key(period, place)))) place += 1;
		return place;
	}

	/** When the gap around the calls of others ends that a call at this moment would be too close to; the moment itself if there are none. */
	private async gapEnd(minutes: number, at: number): Promise<number> {
		const { own, beside, nextStart } = gapAround(minutes, at);
		const taken = await this.lastTaken(minutes, [...beside, own]);
		return taken === undefined ? at : nextStart(taken);
	}

	/** The latest of these stretches of time in which another item calls. */
	private async lastTaken(minutes: number, stretches: number[]): Promise<number | undefined> {
		const areTaken = await Promise.all(stretches.map(async (stretch) => await this.isTaken(this.gapKey(minutes, stretch))));
		const taken = stretches.filter((_, index) => areTaken[index]);
		return taken.length > 0 ? Math.max(...taken) : undefined;
	}

	/** Whether another item has claimed it. */
	private async isTaken(key: string): Promise<boolean> {
		return !this.claims.has(key) && (await this.counting.counters.isTaken(key));
	}

	/**
	 * Claims the only call of its period, if a limit allows just one. If it was free a moment ago, somebody else is claiming it, who
	 * may have to give it back: an item with the same key, for example.
	 *
	 * @throws if the database doesn't answer
	 */
	async claimOnly(at: number): Promise<Verdict | undefined> {
		const index = this.rules.limits.findIndex(({ calls }) => calls === 1);
		const limit = this.rules.limits[index];
		if (!limit || !this.hasSeen(index, limit, at)) return undefined;
		for (const pause of RIVAL_PAUSES) {
			if (!(await this.claimPlace(limit, index, at))) return undefined;
			await sleep(pause);
		}
		return await this.claimPlace(limit, index, at);
	}

	/** Whether the first place was free at the last look. */
	private hasSeen(index: number, limit: CallLimit, at: number): boolean {
		const { period, place } = this.seen.get(index) ?? {};
		return place === 1 && period === periodOf(limit, at, this.rules.calendar).name;
	}

	/**
	 * Claims a place for a call at this moment, or says why there is none. A place that only one item can have is claimed first, and
	 * the others at once. Without it, two items could each keep the last place of a limit from the other, so that neither is called.
	 *
	 * @throws if the database doesn't answer
	 */
	async claim(at: number): Promise<Verdict | undefined> {
		const full = this.seenFull(at);
		if (full) return full;
		const steps = this.steps(at);
		const first = steps.find(({ isOnlyOne }) => isOnlyOne);
		if (!first) return await inTurn(steps);
		return (await first.take(true)) ?? (await together(steps.filter((step) => step !== first)));
	}

	/** Whether what was claimed also holds for a call at this moment. */
	holdsAt(at: number): boolean {
		const { limits, gapMinutes, calendar } = this.rules;
		const isInPeriods = limits.every((limit, index) => this.placed.get(index) === periodOf(limit, at, calendar).name);
		return isInPeriods && (gapMinutes === undefined || this.stretch === gapAround(gapMinutes, at).own);
	}

	/** Of the limits that had no place left at the last look, the one that keeps the customer from being called for the longest time. */
	private seenFull(at: number): Verdict | undefined {
		const { limits, calendar } = this.rules;
		const full = limits.flatMap((limit, index) => {
			const { name, end } = periodOf(limit, at, calendar);
			const seen = this.seen.get(index);
			const isFull = this.placed.get(index) !== name && seen?.period === name && seen.place > limit.calls;
			return isFull ? [reached(limit, end)] : [];
		});
		return full.sort((a, b) => b.nextAllowedAt - a.nextAllowedAt)[0];
	}

	private steps(at: number): Step[] {
		const { limits, gapMinutes } = this.rules;
		const places = limits.map((limit, index): Step => ({ isOnlyOne: limit.calls === 1, take: async () => await this.claimPlace(limit, index, at) }));
		return gapMinutes === undefined ? places : [...places, { isOnlyOne: true, take: async (isFirst) => await this.claimGap(gapMinutes, at, isFirst) }];
	}

	private key(...parts: Array<string | number>): string {
		return JSON.stringify([this.customer, ...parts]);
	}

	private gapKey(minutes: number, stretch: number): string {
		return this.key('gap', minutes, stretch);
	}

	private async claimPlace(limit: CallLimit, index: number, at: number): Promise<Verdict | undefined> {
		const { name, end } = periodOf(limit, at, this.rules.calendar);
		if (this.placed.get(index) === name) return undefined;
		const seen = this.seen.get(index);
		const free = seen?.period === name ? seen.place : undefined;
		for (let place = free ?? 1; place <= limit.calls; place++) {
			const claim = await this.claims.take(this.counting.counters, this.key(name, place), `#${index}`, place === free);
			if (claim === 'taken') {
				this.placed.set(index, name);
				return undefined;
			}
			if (place === free && seen?.isAssumed) this.counting.isNested = false;
		}
		return reached(limit, end);
	}

	/** A customer with a place for this day or hour has seldom been called right before, so the gap is then claimed without a look at it. */
	private async claimGap(gapMinutes: number, at: number, isFirst: boolean): Promise<Verdict | undefined> {
		const { own, beside, nextStart } = gapAround(gapMinutes, at);
		if (this.stretch === own) return undefined;
		const tooShort = (taken: number): Verdict => ({
			verdict: 'gapTooShort',
			nextAllowedAt: nextStart(taken),
			reason: `The customer was called less than ${2 * gapMinutes} minutes ago, and the minimum gap is ${gapMinutes} ${gapMinutes === 1 ? 'minute' : 'minutes'}`,
		});
		if ((await this.claims.take(this.counting.counters, this.gapKey(gapMinutes, own), '#gap', !isFirst)) === 'used') return tooShort(own);
		const taken = await this.lastTaken(gapMinutes, beside);
		if (taken !== undefined) return tooShort(taken);
		this.stretch = own;
		return undefined;
	}
}
