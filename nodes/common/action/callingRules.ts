import { InputError } from '../vendor/errors';
import { choice, quoted, someOf, text, textList, wholeNumber, yesNo, type Field, type Fields, type Values } from './fields';
import { fieldRows } from './fieldRows';

/** `HH:mm`, or 24:00 for the end of a day. */
const TIME = /^(?:([01]?\d|2[0-3]):([0-5]\d)|24:00)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function clockTime(displayName: string, description: string, standard: string): Field<string> {
	const field = text({
		displayName,
		description,
		example: standard,
		default: standard,
		toFill: `enter a time such as ${standard}`,
		check: (value) => (TIME.test(value) ? undefined : `enter a time from 00:00 to 24:00, such as ${standard}`),
	});
	return { ...field, read: (raw) => field.read(raw)?.padStart(5, '0') };
}

function isDate(value: string): boolean {
	return DATE.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
}

function dateList(displayName: string, description: string): Field<string[]> {
	const field = textList({ displayName, description, example: '2026-10-01, 2026-10-02' });
	return {
		...field,
		read(raw) {
			const entries = field.read(raw);
			const wrong = entries?.find((entry) => !isDate(entry));
			if (wrong !== undefined) throw new InputError(`'${displayName}' holds ${quoted(wrong)}: enter dates such as 2026-10-01`);
			return entries;
		},
	};
}

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

const days = someOf({
	displayName: 'Days',
	description: 'The weekdays on which calls may go out',
	choices: [
		{ name: 'Monday', value: 'mon' },
		{ name: 'Tuesday', value: 'tue' },
		{ name: 'Wednesday', value: 'wed' },
		{ name: 'Thursday', value: 'thu' },
		{ name: 'Friday', value: 'fri' },
		{ name: 'Saturday', value: 'sat' },
		{ name: 'Sunday', value: 'sun' },
	],
});

const hours = fieldRows({
	displayName: 'Hours',
	description:
		'When calls may go out. A lunch break is the gap between two windows. A window that ends before it begins lasts over midnight.',
	row: 'Window',
	name: 'window',
	fields: {
		days: { ...days, property: { ...days.property, default: WORKDAYS } },
		from: clockTime('From', 'When the first call may go out', '09:00'),
		to: clockTime('To', 'When no more calls go out', '20:00'),
	},
});

const limits = fieldRows({
	displayName: 'Limits',
	description: 'How many calls a customer gets at most, from all nodes of this workflow together',
	row: 'Limit',
	name: 'limit',
	fields: {
		calls: wholeNumber({ displayName: 'Calls', description: 'How many calls at most', default: 1, min: 1, max: 100 }),
		per: choice<'hour' | 'day' | 'week'>({
			displayName: 'Per',
			description: 'The period of the calendar that the limit holds for',
			default: 'day',
			choices: [
				{ name: 'Hour', value: 'hour' },
				{ name: 'Day', value: 'day' },
				{ name: 'Week', value: 'week' },
			],
		}),
	},
});

const timeZone = text({
	displayName: 'Time Zone',
	description: 'The time zone of the hours, days and limits. By default it is the one of the workflow.',
	example: 'Asia/Shanghai',
	check(value) {
		try {
			new Intl.DateTimeFormat('en', { timeZone: value });
			return undefined;
		} catch {
			return 'enter a time zone such as Asia/Shanghai';
		}
	},
});

/** What the user may set under Calling Rules. */
export const callingRuleFields = {
	checkVendorList: yesNo({
		displayName: 'Check Vendor List',
		description: "Whether to skip the numbers on the vendor's own do-not-call list as well. It is read once in an execution.",
		default: true,
	}),
	customer: text({
		displayName: 'Customer',
		description: 'Whose calls the limits count and the do-not-call list is about. By default it is the number that is dialed.',
		example: '{{ $json.customerPhone }}',
	}),
	daysOff: dateList('Days Off', 'Dates on which nobody is called, such as public holidays'),
	doNotCall: textList({
		displayName: 'Do Not Call',
		description: 'Numbers that are never called. Country codes, spaces and hyphens make no difference.',
		example: "{{ $('Do not call').all().map((item) => item.json.phone) }}",
		toFill: 'enter numbers, or return a list that may be empty',
		spaces: true,
	}),
	dryRun: yesNo({
		displayName: 'Dry Run',
		description: 'Whether to check all rules without calling anybody. Nothing is counted.',
		default: true,
	}),
	extraWorkingDays: dateList('Extra Working Days', 'Dates on which the hours of a Monday apply, whatever their weekday (调休)'),
	hours,
	limits,
	minimumGapMinutes: wholeNumber({
		displayName: 'Minimum Gap (Minutes)',
		description: 'How long to leave a customer alone after a call. At least this is kept, and at most twice as much.',
		default: 60,
		min: 1,
		max: 43_200,
		unit: 'minutes',
	}),
	outsideRules: choice<'skip' | 'error'>({
		displayName: 'Outside Rules',
		description: 'What becomes of an item that may not be called now',
		default: 'skip',
		choices: [
			{ name: 'Skip', value: 'skip', description: 'The output says why, and when the customer may be called' },
			{ name: 'Fail', value: 'error', description: 'The item fails, or goes to the error output' },
		],
	}),
	timeZone,
} satisfies Fields;

type RuleValues = Values<typeof callingRuleFields>;

export type CallingRules = Partial<RuleValues>;
export type CallingWindow = RuleValues['hours'][number];
export type CallLimit = RuleValues['limits'][number];

/** An empty list of days or numbers rules out nothing; an empty one of these is a mistake. */
const NOT_EMPTY = ['hours', 'limits', 'customer', 'minimumGapMinutes'];

/** Two windows with the same times are one that lasts no time. Throws an InputError. */
export function checkHours({ hours: windows = [] }: Pick<CallingRules, 'hours'>): void {
	const empty = windows.findIndex(({ from, to }) => from === to);
	if (empty === -1) return;
	throw new InputError(`'Hours', entry ${empty + 1}: 'From' and 'To' are equal. For a whole day, use 00:00 and 24:00`);
}

/**
 * The rules of an item. A rule that cannot be read, or whose expression returns nothing, throws an InputError: nobody is called then.
 *
 * @param given what the collection evaluates to
 * @param set the names of the rules that the user has set
 * @param known rules that were read before, which need not be read again
 */
export function readCallingRules(given: Record<string, unknown>, set: string[], known: CallingRules = {}): CallingRules {
	const rules: Record<string, unknown> = { ...known };
	for (const name of set.filter((one) => !Object.hasOwn(known, one))) {
		const field = (callingRuleFields as Fields)[name];
		if (!field) throw new InputError(`'Calling Rules' has no rule ${quoted(name)}: remove it`);
		const raw = given[name];
		if (raw === undefined || raw === null) {
			throw new InputError(`'${field.property.displayName}' in 'Calling Rules' is empty: its expression returns nothing. Nobody was called`);
		}
		const value = field.read(raw);
		if (value === undefined && NOT_EMPTY.includes(name)) throw new InputError(`'${field.property.displayName}' in 'Calling Rules' is empty: ${field.toFill}, or remove it`);
		rules[name] = value;
	}
	checkHours(rules as CallingRules);
	return rules as CallingRules;
}
