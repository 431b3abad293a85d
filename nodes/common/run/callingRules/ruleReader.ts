import { readCallingRules } from '../../action/callingRules';
import { Calendar } from './calendar';
import { customerId } from './customer';
import { numbersIn } from './numberList';
import { ItemRules } from './rules';

/** A do-not-call list as an item had it, and what was read from it. */
interface KnownList {
	raw: unknown;
	entries?: string[];
	numbers: ReadonlySet<string>;
}

function isSame(raw: unknown, known: unknown): boolean {
	if (!Array.isArray(raw) || !Array.isArray(known)) return typeof raw === 'string' && raw === known;
	return raw.length === known.length && raw.every((entry, index) => entry === known[index]);
}

/** Reads the calling rules of a node's items. Most items have the same ones, so what takes time to make is kept for the next item. */
export class RuleReader {
	private list?: KnownList;

	private readonly calendars = new Map<string, Calendar>();

	/** @param timeZone of the workflow */
	constructor(private readonly timeZone: string) {}

	/**
	 * @param given what the collection evaluates to
	 * @param set the names of the rules that the user has set
	 * @param dialed the numbers that the request calls, as far as its fields say
	 * @throws an InputError for a rule that cannot be read
	 */
	read(given: Record<string, unknown>, set: string[], dialed: string[]): ItemRules {
		const { doNotCall: raw, timeZone } = given;
		const known = this.list && isSame(raw, this.list.raw) ? this.list : undefined;
		const isKnownZone = typeof timeZone === 'string' && this.calendars.has(timeZone);
		const rules = readCallingRules(given, set, { ...(known && { doNotCall: known.entries }), ...(isKnownZone && { timeZone }) });
		const { numbers } = known ?? this.keep(raw, rules.doNotCall);
		const written = rules.customer === undefined ? dialed : [rules.customer];
		// In the same order for all items, so that two with the same numbers don't keep each other from being called.
		const customers = [...new Set(written.map(customerId))].sort();
		return new ItemRules(rules, { customers, calendar: this.calendarOf(rules.timeZone ?? this.timeZone), doNotCall: numbers });
	}

	/** A copy of the list, because an expression may change the original. */
	private keep(raw: unknown, entries: string[] | undefined): KnownList {
		const list = { raw: Array.isArray(raw) ? [...(raw as unknown[])] : raw, entries, numbers: numbersIn(entries ?? []) };
		this.list = list;
		return list;
	}

	private calendarOf(timeZone: string): Calendar {
		const calendar = this.calendars.get(timeZone) ?? new Calendar(timeZone);
		this.calendars.set(timeZone, calendar);
		return calendar;
	}
}
