import { VendorError } from '../vendor/errors';
import type { Attempt } from './attempt';
import type { ItemRules, Verdict } from './callingRules/rules';

/** How it ends where nothing was sent and the item is to fail. */
export function refusedWith(code: string, message: string, vendorMessage?: string): Attempt {
	return { error: new VendorError({ failure: 'refused', code, message, vendorMessage }) };
}

/** How it ends in a dry run for a customer who may be called now. */
export function dryRun(what: 'called' | 'handed over'): Attempt {
	return { results: [{ skipped: false, dryRun: true, reason: `The customer would be ${what} now` }] };
}

/** How it ends for a customer who may not be called now, in the form that the user wants. */
export function denial(rules: ItemRules | undefined, verdict: Verdict): Attempt {
	const { nextAllowedAt, reason } = rules?.within(verdict) ?? verdict;
	const at = nextAllowedAt === undefined ? null : new Date(nextAllowedAt).toISOString();
	if (rules?.failsOutside && verdict.verdict !== 'keyUsed') {
		return refusedWith(verdict.verdict, `${reason}, so nobody was called${at === null ? '' : `. The next call is possible at ${at}`}`);
	}
	return { results: [{ skipped: true, ...(rules?.isDryRun ? { dryRun: true } : {}), verdict: verdict.verdict, nextAllowedAt: at, reason }] };
}
