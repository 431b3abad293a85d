import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { asInputError, InputError } from './errors';
import { decimalNumber, quoted, wholeNumber, type Field, type Fields, type Values } from './fields';

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

/** 0 for no limit. */
export const requestsPerSecond: Field<number> = notInTools(
	decimalNumber({
		displayName: 'Requests per Second',
		description:
			'The most requests to send in a second, or 0 for no limit. When the vendor throttles it, the node drops to the rate the vendor accepted.',
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
			'How many seconds to wait for the answer to a request. A request that can ring a phone is not repeated after that: its outcome is reported as unknown.',
		default: seconds,
		min: 1,
		max: MAX_TIMEOUT_SECONDS,
		unit: 'seconds',
	});
}

/** What an expression writes where it found nothing. */
const NOTHING = /\b(?:undefined|null|NaN)\b/g;
/** What it writes for a whole item, which is the same for each item. */
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
export const onceKey: Field<string> = {
	property: {
		displayName: 'Only Once per Key',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.campaign }}-{{ $json.phone }}',
		description:
			'What makes this call unique, such as the campaign and the phone number. The key is recorded in the database of n8n before the call goes out. An item whose key this node has used before, in any execution, is skipped. A call that was refused gives its key back.',
	},
	read(raw) {
		const key = keyText(raw);
		if (isKey(key)) return key;
		throw new InputError(
			`'Only Once per Key' is ${described(raw)}: use what makes this call unique, such as {{ $json.campaign }}-{{ $json.phone }}, or remove the option`,
		);
	},
};

function givenOptions(context: IExecuteFunctions): IDataObject {
	try {
		return context.getNodeParameter('options', 0, {}) as IDataObject;
	} catch (error) {
		throw asInputError(error);
	}
}

/**
 * Whether the user has set an option. An expression that returns nothing looks like an option that isn't set, so the node itself
 * is asked.
 */
export function isOptionSet(context: IExecuteFunctions, name: string): boolean {
	const { options } = context.getNode().parameters;
	return typeof options === 'object' && options !== null && Object.hasOwn(options, name);
}

/** The options of a node's run; one that isn't set has its default. Throws an InputError that names the option. */
export function readOptions<F extends Fields>(fields: F, context: IExecuteFunctions): Values<F> {
	const given = givenOptions(context);
	const raw = (name: string, property: Field<unknown>['property']) => (isOptionSet(context, name) ? given[name] : property.default);
	const values = Object.entries(fields).map(([name, { property, read }]) => [name, read(raw(name, property))]);
	return Object.fromEntries(values) as Values<F>;
}
