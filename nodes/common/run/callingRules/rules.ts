import { type CallingRules, type CallLimit } from '../../action/callingRules';
import type { Calendar } from './calendar';
import { Hours } from './hours';

export type VerdictName = 'outsideHours' | 'limitReached' | 'gapTooShort' | 'doNotCall' | 'keyUsed';

/** Why a customer is not called now, and from when on they may be, in milliseconds since 1970. */
export interface Verdict {
	verdict: VerdictName;
	nextAllowedAt?: number;
	reason: string;
}

const DO_NOT_CALL: Verdict = { verdict: 'doNotCall', reason: 'The customer is on the do-not-call list' };

/** What the rules of an item are about. */
interface About {
	/** As `customerId` returns them: one, or each number of one customer; none if nobody knows whom the request calls. */
	customers: string[];
	calendar: Calendar;
	/** As `customerId` returns them. */
	doNotCall: ReadonlySet<string>;
}

/** The calling rules of one item, as far as they depend on nothing but the time and the customer. */
export class ItemRules {
	readonly calendar: Calendar;

	readonly hours: Hours;

	readonly limits: CallLimit[];

	readonly gapMinutes?: number;

	readonly customers: string[];

	private readonly forbidden: ReadonlySet<string>;

	constructor(
		private readonly rules: CallingRules,
		{ customers, calendar, doNotCall }: About,
	) {
		const { hours: windows = [], daysOff = [], extraWorkingDays = [], limits = [], minimumGapMinutes } = rules;
		this.customers = customers;
		this.calendar = calendar;
		this.hours = new Hours(calendar, { windows, daysOff, extraWorkingDays });
		this.limits = limits;
		this.gapMinutes = minimumGapMinutes;
		this.forbidden = doNotCall;
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
