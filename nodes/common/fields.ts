import type { INodeProperties } from 'n8n-workflow';
import { InputError } from './errors';
import { jsonText, parsedJson } from './json';

/**
 * One field of an action: how the editor shows it, and how its raw value becomes the one that the action works with.
 * `read` throws an InputError that names the field.
 */
export interface Field<T> {
	property: Omit<INodeProperties, 'name'>;
	read(raw: unknown): T;
}

export type Fields = Record<string, Field<unknown>>;

/** The values of a set of fields, by their names. */
export type Values<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

interface TextLook {
	displayName: string;
	description: string;
	/** An example, without the leading "e.g.". */
	example?: string;
	hint?: string;
	default?: string;
	typeOptions?: INodeProperties['typeOptions'];
}

/** A resource locator arrives as an object, also from inside a collection, where n8n does not unwrap it. */
function unwrap(raw: unknown): unknown {
	const isLocator = typeof raw === 'object' && raw !== null && '__rl' in raw && 'value' in raw;
	return isLocator ? raw.value : raw;
}

/** The text of a value. A phone number that an expression delivers as a JSON number becomes its digits. */
function asText(raw: unknown, label: string): string {
	const value = unwrap(raw);
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new InputError(`'${label}' must be text, but it is ${describe(value)}. Check the expression in this field`);
}

/** As `asText`; refuses a number that has lost digits, as long IDs do in JavaScript. */
function exactText(raw: unknown, label: string): string {
	const text = asText(raw, label);
	if (typeof unwrap(raw) === 'number' && Math.abs(Number(text)) > Number.MAX_SAFE_INTEGER) {
		throw new InputError(`'${label}' is ${text}, a number too large to keep all its digits: give it as text, in quotes`);
	}
	return text;
}

function describe(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A field's value as it is shown in a message: quoted and not endless. */
export function quoted(value: string): string {
	return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
}

function look(options: TextLook): Omit<INodeProperties, 'name'> {
	const { displayName, description, example, hint, typeOptions } = options;
	return {
		displayName,
		type: 'string',
		default: options.default ?? '',
		description,
		...(example ? { placeholder: `e.g. ${example}` } : {}),
		...(hint ? { hint } : {}),
		...(typeOptions ? { typeOptions } : {}),
	};
}

/** What else must hold for a text; returns what would be right if it doesn't. */
type Check = (value: string) => string | undefined;

function checked(label: string, value: string, check?: Check): string {
	const remedy = check?.(value);
	if (remedy !== undefined) throw new InputError(`'${label}' is ${quoted(value)}: ${remedy}`);
	return value;
}

/** A text that must be filled in. */
export function requiredText(options: TextLook & { check?: Check; toFill?: string }): Field<string> {
	const { displayName: label, example, toFill } = options;
	return {
		property: { ...look(options), required: true },
		read(raw) {
			const value = exactText(raw, label);
			if (value === '') {
				throw new InputError(`'${label}' is empty: ${toFill ?? `fill it in${example ? `, for example ${example}` : ''}`}`);
			}
			return checked(label, value, options.check);
		},
	};
}

/** A text that may stay empty, and is then not sent. */
export function optionalText(options: TextLook & { check?: Check }): Field<string | undefined> {
	return {
		property: look(options),
		read(raw) {
			const value = exactText(raw, options.displayName);
			return value === '' ? undefined : checked(options.displayName, value, options.check);
		},
	};
}

interface LocatorLook {
	displayName: string;
	description: string;
	example: string;
	searchMethod: string;
	hint?: string;
}

function locatorLook(options: LocatorLook): Omit<INodeProperties, 'name'> {
	return {
		displayName: options.displayName,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: options.description,
		...(options.hint ? { hint: options.hint } : {}),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: options.searchMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${options.example}` },
		],
	};
}

/** Something that exists at the vendor, picked from a searchable list or given by its id. */
export function requiredLocator(options: LocatorLook): Field<string> {
	const text = requiredText({ ...options, toFill: `choose one from the list, or give an ID such as ${options.example}` });
	return { property: { ...locatorLook(options), required: true }, read: text.read };
}

export function optionalLocator(options: LocatorLook): Field<string | undefined> {
	return { property: locatorLook(options), read: optionalText(options).read };
}

interface NumberLook {
	displayName: string;
	description: string;
	default: number;
	min: number;
	max: number;
	/** Said in the message, such as "seconds". */
	unit?: string;
	hint?: string;
}

function numberWithin(options: NumberLook, kind: string, isRight: (value: number) => boolean): Field<number> {
	const { displayName: label, description, min, max, unit, hint } = options;
	const right = `use a ${kind}${unit ? ` of ${unit}` : ''} from ${min} to ${max}`;
	return {
		property: {
			displayName: label,
			type: 'number',
			default: options.default,
			description,
			typeOptions: { minValue: min, maxValue: max },
			...(hint ? { hint } : {}),
		},
		read(raw) {
			if (Number.isNaN(raw)) throw new InputError(`'${label}' is not a number: ${right}`);
			const text = asText(raw, label);
			if (text === '') throw new InputError(`'${label}' is empty: ${right}`);
			const value = Number(text);
			if (isRight(value) && value >= min && value <= max) return value;
			throw new InputError(`'${label}' is ${Number.isNaN(value) ? quoted(text) : text}: ${right}`);
		},
	};
}

/** A whole number within a range; a number that arrives as text is taken. */
export function wholeNumber(options: NumberLook): Field<number> {
	return numberWithin(options, 'whole number', Number.isInteger);
}

/** A number within a range, with decimals or without. */
export function decimalNumber(options: NumberLook): Field<number> {
	return numberWithin(options, 'number', Number.isFinite);
}

/** Yes or no; an expression may deliver it as text. */
export function yesNo(options: { displayName: string; description: string; default: boolean }): Field<boolean> {
	const { displayName, description } = options;
	return {
		property: { displayName, type: 'boolean', default: options.default, description },
		read(raw) {
			const text = String(raw).trim().toLowerCase();
			if (text === 'true' || text === 'false') return text === 'true';
			throw new InputError(`'${displayName}' is ${quoted(String(raw))}: use true or false`);
		},
	};
}

/** Entries of a list, or of text with commas or white space between them. */
function entriesOf(raw: unknown, label: string): string[] {
	const entries: unknown[] = Array.isArray(raw) ? raw : [raw];
	return entries.flatMap((entry) => exactText(entry, label).split(/[\s,，]+/)).filter((entry) => entry !== '');
}

/** As `entriesOf`, for entries that may hold spaces: those of a list as they are, those of text between its commas. */
function entriesWithSpaces(raw: unknown, label: string): string[] {
	const entries: unknown[] = Array.isArray(raw) ? raw : exactText(raw, label).split(/[,，]/);
	return entries.map((entry) => exactText(entry, label)).filter((entry) => entry !== '');
}

/** Several texts, given as a list or with commas between them; handed on as JSON text. Empty is not sent. */
export function textList(options: TextLook & { spaces?: boolean }): Field<string | undefined> {
	const split = options.spaces ? entriesWithSpaces : entriesOf;
	return {
		property: look(options),
		read(raw) {
			const entries = split(raw, options.displayName);
			return entries.length > 0 ? JSON.stringify(entries) : undefined;
		},
	};
}

/** Some of a fixed set of values, handed on as JSON text. None is not sent. */
export function someOf(options: {
	displayName: string;
	description: string;
	choices: Array<{ name: string; value: string; description?: string }>;
}): Field<string | undefined> {
	const { displayName, description, choices } = options;
	const known = choices.map(({ value }) => value);
	return {
		property: { displayName, type: 'multiOptions', options: choices, default: [], description },
		read(raw) {
			const entries = entriesOf(raw, displayName);
			const unknown = entries.find((entry) => !known.includes(entry));
			if (unknown !== undefined) throw new InputError(`'${displayName}' holds ${quoted(unknown)}: use some of ${known.join(', ')}`);
			return entries.length > 0 ? JSON.stringify(entries) : undefined;
		},
	};
}

/** One of a fixed set of values. */
export function choice<T extends string | number>(options: {
	displayName: string;
	description: string;
	default: T;
	choices: Array<{ name: string; value: T; description?: string }>;
}): Field<T> {
	const { displayName, description, choices } = options;
	return {
		property: { displayName, type: 'options', options: choices, default: options.default, description },
		read(raw) {
			const found = choices.find(({ value }) => String(value) === String(unwrap(raw)));
			if (found) return found.value;
			const allowed = choices.map(({ value }) => value).join(', ');
			throw new InputError(`'${displayName}' is ${quoted(String(raw))}: use one of ${allowed}`);
		},
	};
}

/**
 * A JSON object, given as text or as an object. Text is handed on as it is written: JavaScript would round the numbers in it. Empty
 * is not sent.
 */
export function jsonObject(options: { displayName: string; description: string; example: string }): Field<string | undefined> {
	const { displayName: label, description, example } = options;
	const wrong = (what: string) => new InputError(`'${label}' ${what}: give a JSON object such as ${example}`);
	return {
		property: { displayName: label, type: 'json', default: '', description, placeholder: `e.g. ${example}` },
		read(raw) {
			if (raw === undefined || raw === null) return undefined;
			const text = typeof raw === 'string' ? raw.trim() : jsonText(raw);
			if (text === undefined) throw wrong('cannot be written as JSON');
			if (text === '') return undefined;
			const value = parsedJson(text);
			if (value === undefined) throw wrong(`is ${quoted(text)}, which is not JSON`);
			if (value === null) return undefined;
			if (typeof value !== 'object' || Array.isArray(value)) throw wrong(`is ${describe(value)}`);
			return text;
		},
	};
}
