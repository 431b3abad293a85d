import { type CallingRules, type CallLimit } from '../../action/callingRules';
import { Calendar } from './calendar';
import { customerId } from './customer';
import { Hours } from './hours';

export type VerdictName = 'outsideHours' | 'limitReached' | 'gapTooShort' | 'doNotCall' | 'keyUsed';

/** Why a customer is not called now, and from when on they may be, in milliseconds since 1970. */
export interface Verdict {
	verdict: VerdictName;
	nextAllowedAt?: number;
	reason: string;
}

const DO_NOT_CALL: Verdict = { verdict: 'doNotCall', reason: 'The customer is on the do-not-call list' };

/** The calling rules of one item, as far as they depend on nothing but the time and the customer. */
export class ItemRules {
	readonly calendar: Calendar;

	readonly hours: Hours;

	readonly limits: CallLimit[];

	readonly gapMinutes?: number;

	private readonly forbidden: Set<string>;

	/**
	 * @param customers as `customerId` returns them: one, or each number of one customer; none if nobody knows whom the request calls
	 * @param timeZone of the workflow
	 */
	constructor(
		private readonly rules: CallingRules,
		readonly customers: string[],
		timeZone: string,
	) {
		const { hours: windows = [], daysOff = [], extraWorkingDays = [], limits = [], minimumGapMinutes, doNotCall = [] } = rules;
		this.calendar = new Calendar(rules.timeZone ?? timeZone);
		this.hours = new Hours(this.calendar, { windows, daysOff, extraWorkingDays });
		this.limits = limits;
		this.gapMinutes = minimumGapMinutes;
		this.forbidden = new Set(doNotCall.map(customerId));
	}

	get isDryRun(): boolean {
		return this.rules.dryRun === true;
	}

	get failsOutside(): boolean {
		return this.rules.outsideRules === 'error';
	}

	/** Whether a rule is about the customer, so that it must be known. */
	get needsCustomer(): boolean {
		return this.limits.length > 0 || this.gapMinutes !== undefined || this.forbidden.size > 0 || this.rules.checkVendorList === true;
	}

	get checksVendorList(): boolean {
		return this.rules.checkVendorList === true;
	}

	/** @param vendorList the numbers on the vendor's own list, as `customerId` returns them */
	forbids(vendorList: ReadonlySet<string>): Verdict | undefined {
		return this.customers.some((customer) => this.forbidden.has(customer) || vendorList.has(customer)) ? DO_NOT_CALL : undefined;
	}

	outsideHours(at: number): Verdict | undefined {
		const next = this.hours.next(at);
		if (next === at) return undefined;
		return { verdict: 'outsideHours', nextAllowedAt: next, reason: 'It is outside the calling hours' };
	}

	/** A verdict whose next moment is also within the calling hours. */
	within(verdict: Verdict): Verdict {
		const { nextAllowedAt } = verdict;
		return nextAllowedAt === undefined ? verdict : { ...verdict, nextAllowedAt: this.hours.next(nextAllowedAt) };
	}
}
