import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { asInputError, InputError } from '../vendor/errors';
import type { Action } from './action';
import { decimalNumber, quoted, readField, wholeNumber, type Field, type Fields, type Values } from './fields';

const MAX_CONCURRENCY = 200;
const MAX_REQUESTS_PER_SECOND = 1000;
const MAX_TIMEOUT_SECONDS = 600;

/** A tool of an AI agent gets one item at a time. */
function notInTools<T>(field: Field<T>): Field<T> {
	return { ...field, property: { ...field.property, displayOptions: { show: { '@tool': [false] } } } };
}

/** Not for vendors where one agent makes the calls. */
export const concurrency: Field<number> = notInTools(
	wholeNumber({
		displayName: 'Concurrency',
		description: 'How many items to process in parallel; the output keeps their order',
		default: 5,
		min: 1,
		max: MAX_CONCURRENCY,
	}),
);

export const requestsPerSecond: Field<number> = notInTools(
	decimalNumber({
		displayName: 'Requests per Second',
		description:
			'The most requests to send per second, or 0 for no limit. When the vendor throttles the node, it drops to the rate that the vendor accepted.',
		default: 0,
		min: 0,
		max: MAX_REQUESTS_PER_SECOND,
	}),
);

/** How long one request may take. */
export function timeoutSeconds(seconds: number): Field<number> {
	return wholeNumber({
		displayName: 'Timeout (Seconds)',
		description:
			'How many seconds to wait for the answer to a request. A request that can ring a phone is not repeated after that; its outcome is reported as unknown.',
		default: seconds,
		min: 1,
		max: MAX_TIMEOUT_SECONDS,
		unit: 'seconds',
	});
}

/** What an expression writes for a value that doesn't exist. */
const NOTHING = /\b(?:undefined|null|NaN)\b/g;
/** What an expression writes for a whole item: the same text for every item. */
const OBJECT = /\[object \w+\]/;

function keyText(raw: unknown): string {
	if (typeof raw === 'string') return raw.trim();
	return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : '';
}

function isKey(text: string): boolean {
	return !OBJECT.test(text) && /[\p{L}\p{N}]/u.test(text.replace(NOTHING, ''));
}

function described(raw: unknown): string {
	if (typeof raw === 'string' && raw.trim() !== '') return quoted(raw);
	if (typeof raw === 'number') return 'not a number';
	return typeof raw === 'object' && raw !== null ? 'an object or a list' : 'empty';
}

/** For the operations that can ring a phone. */
export const onceKey = {
	property: {
		displayName: 'Only Once per Key',
		type: 'string' as const,
		default: '',
		placeholder: 'e.g. {{ $json.campaign }}-{{ $json.phone }}',
		description:
			'What makes this call unique, such as the campaign and the phone number. The n8n database records the key before the call goes out. The node skips an item whose key it has used before, in any execution. If a call is refused, its key can be used again.',
		builderHint: { propertyHint: 'Set this wherever people are called, to an expression of campaign and phone number' },
	},
	/** Throws an InputError if the value is not a key. */
	read(raw: unknown): string {
		const key = keyText(raw);
		if (isKey(key)) return key;
		throw new InputError(
			`'Only Once per Key' is ${described(raw)}: enter what makes this call unique, such as {{ $json.campaign }}-{{ $json.phone }}, or remove the option`,
		);
	},
};

type Sent = Pick<Action<never>, 'effect' | 'batch' | 'whole'>;

/** Whether each item of an action may have a key of its own: what became of it is known. */
export function takesKeys({ effect, batch, whole }: Sent): boolean {
	return effect === 'dial' && !batch?.answersAsOne && !whole;
}

/** Whether an action calls the number of each item, so that it should have a key. */
export function callsNumbers(action: Sent & Pick<Action<never>, 'dials'>): boolean {
	return takesKeys(action) && action.dials !== undefined;
}

function givenOptions(context: IExecuteFunctions): IDataObject {
	try {
		return context.getNodeParameter('options', 0, {}) as IDataObject;
	} catch (error) {
		throw asInputError(error);
	}
}

/**
 * Whether the user has set an option. An expression that returns nothing looks like an option that isn't set, so this reads the
 * node's own parameters.
 */
export function isOptionSet(context: IExecuteFunctions, name: string): boolean {
	const { options } = context.getNode().parameters;
	return typeof options === 'object' && options !== null && Object.hasOwn(options, name);
}

/** What the user has set in a collection of the node, whatever the expressions return. */
export function namesSet(context: IExecuteFunctions, collection: 'callingRules' | 'retryPlan'): string[] {
	const given = context.getNode().parameters[collection];
	return typeof given === 'object' && given !== null ? Object.keys(given) : [];
}

/** The options of a run of the node, with defaults for those that aren't set. Throws an InputError that names the option. */
export function readOptions<F extends Fields>(fields: F, context: IExecuteFunctions): Values<F> {
	const given = givenOptions(context);
	const raw = (name: string, property: Field<unknown>['property']) => (isOptionSet(context, name) ? given[name] : property.default);
	const values = Object.entries(fields).map(([name, field]) => [name, readField(field, raw(name, field.property))]);
	return Object.fromEntries(values) as Values<F>;
}
