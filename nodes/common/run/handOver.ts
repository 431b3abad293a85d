import type { IDataObject } from 'n8n-workflow';
import { wallClock } from '../vendor/clock';
import { VendorError, type VendorErrorDetails } from '../vendor/errors';
import type { Attempt } from './attempt';
import type { GroupEnd } from './batch';
import type { ItemRules } from './callingRules/rules';
import { denial } from './denial';
import type { Guard } from './guard';
import type { Guarded } from './pass';
import { packed, valueIn } from './read';
import { RunSteps, type PageOf, type StepGuard } from './runSteps';
import type { Together } from './together';

/** The page of the ledger with those who stay behind. */
const BEHIND = 'behind';

/** How it ended for an item that stayed behind, as plain data. */
interface Written {
	item: number;
	skipped?: IDataObject;
	error?: VendorErrorDetails;
}

function written([item, ended]: [number, Attempt]): Written {
	if (!('error' in ended)) return { item, skipped: ended.results[0] as IDataObject };
	const { error } = ended;
	return { item, error: error instanceof VendorError ? error.details() : { failure: 'refused', code: 'InvalidInput', message: error.message } };
}

function readAgain({ item, skipped, error }: Written): [number, Attempt] {
	return [item, error ? { error: new VendorError(error) } : { results: [skipped ?? {}] }];
}

/**
 * Which items of an action on all of them go to the vendor, as the calling rules say. Once the first of them may have got there, that is
 * fixed for all later tries of the execution.
 */
export class HandOver implements StepGuard {
	private constructor(
		/** By item. */
		private readonly rules: Array<ItemRules | undefined>,
		private readonly pageOf: PageOf,
		private readonly behind: ReadonlyMap<number, Attempt>,
		/** Unset if an earlier try has fixed who goes, or if there are no rules. */
		private readonly together?: Together,
	) {}

	/** @param guard unset if there are no rules */
	static async decide(rules: Array<ItemRules | undefined>, pageOf: PageOf, guard: Guard | undefined, vendorList: Guarded['vendorList']): Promise<HandOver> {
		const known = pageOf(BEHIND).done();
		if (known) return new HandOver(rules, pageOf, new Map(valueIn<Written[]>(known).map(readAgain)));
		if (!guard) return new HandOver(rules, pageOf, new Map());
		const together = guard.together(rules.map((own, item) => ({ guarded: { rules: own, vendorList }, slot: pageOf(`item ${item}`) })));
		await together.ask();
		return new HandOver(rules, pageOf, together.behind, together);
	}

	/** The items that go to the vendor. */
	get going(): number[] {
		return this.together?.going() ?? [...this.rules.keys()].filter((item) => !this.behind.has(item));
	}

	/** Whether there is something to do: what an earlier try has set up at the vendor is brought to an end, even if nobody is left for it. */
	isNeeded(): boolean {
		if (this.together?.isStopped) return false;
		return this.going.length > 0 || this.rules.length === 0 || RunSteps.haveBegun(this.pageOf);
	}

	get isDryRun(): boolean {
		return this.rules.some((rules) => rules?.isDryRun);
	}

	closed(): Attempt | undefined {
		const now = wallClock.now();
		for (const item of this.going) {
			const verdict = this.rules[item]?.outsideHours(now);
			if (verdict) return denial(this.rules[item], verdict);
		}
		return undefined;
	}

	sending(): void {
		if (this.together) this.pageOf(BEHIND).finish(packed([...this.behind].map(written)));
	}

	/**
	 * Gives back what was claimed, unless somebody may have got to the vendor.
	 *
	 * @param ended how it ended for those who went
	 */
	async end(ended: Attempt | undefined, hasDialed: boolean): Promise<GroupEnd[]> {
		const { going, together } = this;
		if (together && !hasDialed) this.pageOf(BEHIND).refused();
		const sent = new Map(ended ? going.map((item) => [item, ended]) : []);
		const ends = (await together?.end(sent, !hasDialed)) ?? [...this.rules.keys()].map((item) => this.endOf(item, ended));
		const behind = ends.flatMap((end, item): GroupEnd[] => (end && !end.isSent ? [{ ended: end.ended, items: [item] }] : []));
		const common = ends.find((end) => end?.isSent && end.ended !== ended)?.ended ?? ended;
		const items = going.length > 0 ? going : [...this.rules.keys()];
		return common ? [{ ended: common, items }, ...behind] : behind;
	}

	private endOf(item: number, ended: Attempt | undefined): { ended: Attempt; isSent: boolean } | undefined {
		const left = this.behind.get(item);
		if (left) return { ended: left, isSent: false };
		return ended && { ended, isSent: true };
	}
}
