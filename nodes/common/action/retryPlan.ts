import { CALL_RESULTS, TRY_AGAIN, type CallResult } from '../vendor/callResult';
import { InputError } from '../vendor/errors';
import { quoted, readField, someOf, textList, wholeNumber, type Field, type Fields, type Values } from './fields';
import { inOrder } from './order';

const MOST_MINUTES = 60 * 24 * 60;

/** `noAnswer` -> "No Answer". */
function titleOf(result: string): string {
	const spaced = result.replace(/[A-Z]/g, (letter) => ` ${letter}`);
	return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const results = Object.keys(CALL_RESULTS) as CallResult[];

const callResults = someOf({
	displayName: 'Call Results',
	description: 'After which results of a call the customer is called again',
	choices: results.map((value) => ({ name: titleOf(value), value })).sort((a, b) => inOrder(a.name, b.name)),
});

function minutesOf(entry: string): number {
	const minutes = Number(entry);
	if (Number.isFinite(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
	throw new InputError(`'After Minutes' holds ${quoted(entry)}: enter minutes from 1 to ${MOST_MINUTES}, such as 30, 120, 1440`);
}

const written = textList({
	displayName: 'After Minutes',
	description: 'How long to wait after each attempt. The last entry holds for all further ones.',
	example: '30, 120, 1440',
	default: '30, 120, 1440',
});

const afterMinutes: Field<number[]> = { ...written, read: (raw) => written.read(raw)?.map(minutesOf) };

/** The collection as the editor shows it. */
export const RETRY_PLAN = {
	displayName: 'Retry Plan',
	name: 'retryPlan',
	placeholder: 'Add Step',
	description: "When to call a customer again whom this call did not reach. The output says it in 'nextAttempt', which n8n's Wait node can use.",
	builderHint: { propertyHint: 'Use this instead of counting attempts. A Wait node takes nextAttempt.at.' },
};

/** What the user may set under Retry Plan. */
export const retryPlanFields = {
	afterMinutes,
	attempt: wholeNumber({
		displayName: 'Attempt',
		description: "Which attempt this call is, usually the number in the item's 'nextAttempt'. It is 1 if the item doesn't say.",
		default: 1,
		min: 1,
		max: 1000,
	}),
	callResults: { ...callResults, property: { ...callResults.property, default: results.filter((result) => TRY_AGAIN[result] !== 'never') } },
	maxAttempts: wholeNumber({ displayName: 'Max Attempts', description: 'How many attempts there are at most, the first one included', default: 3, min: 1, max: 100 }),
} satisfies Fields;

export type RetryPlan = Values<typeof retryPlanFields>;

/**
 * The plan of an item, with defaults for what isn't set.
 *
 * @param given what the collection evaluates to
 */
export function readRetryPlan(given: Record<string, unknown>): RetryPlan {
	const entries = Object.entries(retryPlanFields).map(([name, field]) => {
		// The item of a first call doesn't say which attempt it is.
		const isMissing = !Object.hasOwn(given, name) || (name === 'attempt' && (given[name] ?? '') === '');
		return [name, readField(field as Field<unknown>, isMissing ? field.property.default : given[name])];
	});
	return Object.fromEntries(entries) as RetryPlan;
}
