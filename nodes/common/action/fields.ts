import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties, ResourceMapperFields } from 'n8n-workflow';
import { InputError } from '../vendor/errors';
import { jsonText, parsedJson } from '../vendor/json';

/**
 * One field of an action: how the editor shows it, and how its raw value becomes the value that the action uses. A field among the
 * action's `fields` must be filled in unless it is `optional`; a field in a collection may stay empty.
 */
export interface Field<T> {
	property: Omit<INodeProperties, 'name'>;
	/** Undefined for an empty value. Throws an InputError that names the field. */
	read(raw: unknown): T | undefined;
	/** What to do about an empty field, such as "choose one from the list". */
	toFill: string;
	/** For a locator: the list of what exists in the account. */
	search?: Search;
	/** For fields that depend on another value: which ones they are. */
	mapping?: Mapping;
}

/** A searchable list of the editor. */
export interface Search {
	/** The name of n8n's method, such as `searchInstances`. */
	name: string;
	load(this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult>;
}

/** The fields that the editor shows for what is chosen elsewhere in the node. */
export interface Mapping {
	/** The name of n8n's method, such as `mapParameters`. */
	name: string;
	load(this: ILoadOptionsFunctions): Promise<ResourceMapperFields>;
}

/** A field that may stay empty, though it is always shown. */
export interface OptionalField<T> extends Field<T> {
	isOptional: true;
}

export type Fields = Record<string, Field<unknown>>;

/** The values of a set of fields, by their names. */
export type Values<F extends Fields> = {
	[K in keyof F]: F[K] extends OptionalField<infer T> ? T | undefined : F[K] extends Field<infer T> ? T : never;
};

export function optional<T>(field: Field<T>): OptionalField<T> {
	return { ...field, isOptional: true };
}

export function isOptional(field: Field<unknown>): boolean {
	return 'isOptional' in field;
}

/** The value of a field that must be filled in, unless it is optional. */
export function readField<T>(field: Field<T>, raw: unknown): T | undefined {
	const value = field.read(raw);
	if (value !== undefined || isOptional(field)) return value;
	throw new InputError(`'${field.property.displayName}' is empty: ${field.toFill}`);
}

function toFill(example?: string): string {
	return example ? `enter a value such as ${example}` : 'enter a value';
}

interface TextLook {
	displayName: string;
	description: string;
	/** An example, without the leading "e.g.". */
	example?: string;
	hint?: string;
	default?: string;
	typeOptions?: INodeProperties['typeOptions'];
}

/** A resource locator arrives as an object; n8n does not unwrap it inside a collection. */
function unwrap(raw: unknown): unknown {
	const isLocator = typeof raw === 'object' && raw !== null && '__rl' in raw && 'value' in raw;
	return isLocator ? raw.value : raw;
}

/** The text of a value. A phone number that an expression returns as a JSON number becomes its digits. */
function asText(raw: unknown, label: string): string {
	const value = unwrap(raw);
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new InputError(`'${label}' must be text, but it is ${describe(value)}. Check the expression in this field`);
}

/** Like `asText`, but refuses a number that has lost digits, as long IDs do in JavaScript. */
function exactText(raw: unknown, label: string): string {
	const text = asText(raw, label);
	if (typeof unwrap(raw) === 'number' && Math.abs(Number(text)) > Number.MAX_SAFE_INTEGER) {
		throw new InputError(`'${label}' is ${text}, a number too large to keep all its digits: enter it as text, in quotes`);
	}
	return text;
}

function describe(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A field's value as a message shows it: in quotes and not too long. */
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

/** A further condition on a text; returns the remedy if the text doesn't meet it. */
type Check = (value: string) => string | undefined;

function checked(label: string, value: string, check?: Check): string {
	const remedy = check?.(value);
	if (remedy !== undefined) throw new InputError(`'${label}' is ${quoted(value)}: ${remedy}`);
	return value;
}

export function text(options: TextLook & { check?: Check; toFill?: string }): Field<string> {
	return {
		property: look(options),
		toFill: options.toFill ?? toFill(options.example),
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
	search: Search;
	hint?: string;
	/** How something is entered without the list; "ID" by default. */
	enteredBy?: string;
}

/** Something that exists at the vendor, picked from a searchable list or entered by its ID. */
export function locator({ search, enteredBy = 'ID', ...options }: LocatorLook): Field<string> {
	const { displayName, description, example, hint } = options;
	return {
		...text({ ...options, toFill: `choose one from the list, or enter ${enteredBy === 'ID' ? 'an ID' : `a ${enteredBy.toLowerCase()}`} such as ${example}` }),
		search,
		property: {
			displayName,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description,
			...(hint ? { hint } : {}),
			modes: [
				{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: search.name, searchable: true } },
				{ displayName: `By ${enteredBy}`, name: enteredBy.toLowerCase(), type: 'string', placeholder: `e.g. ${example}` },
			],
		},
	};
}

interface NumberLook {
	displayName: string;
	description: string;
	default: number;
	min: number;
	max: number;
	/** Shown in the message, such as "seconds". */
	unit?: string;
	hint?: string;
}

function numberWithin(options: NumberLook, kind: string, isRight: (value: number) => boolean): Field<number> {
	const { displayName: label, description, min, max, unit, hint } = options;
	const right = `use a ${kind}${unit ? ` of ${unit}` : ''} from ${min} to ${max}`;
	return {
		toFill: right,
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
			const given = asText(raw, label);
			if (given === '') return undefined;
			const value = Number(given);
			if (isRight(value) && value >= min && value <= max) return value;
			throw new InputError(`'${label}' is ${Number.isNaN(value) ? quoted(given) : given}: ${right}`);
		},
	};
}

/** A whole number within a range; a number that arrives as text is accepted. */
export function wholeNumber(options: NumberLook): Field<number> {
	return numberWithin(options, 'whole number', Number.isInteger);
}

/** A number within a range, with or without decimals. */
export function decimalNumber(options: NumberLook): Field<number> {
	return numberWithin(options, 'number', Number.isFinite);
}

/** Yes or no; an expression may return it as text. */
export function yesNo(options: { displayName: string; description: string; default: boolean }): Field<boolean> {
	const { displayName, description } = options;
	return {
		property: { displayName, type: 'boolean', default: options.default, description },
		toFill: 'use true or false',
		read(raw) {
			if (raw === undefined || raw === null || raw === '') return undefined;
			const given = String(raw).trim().toLowerCase();
			if (given === 'true' || given === 'false') return given === 'true';
			throw new InputError(`'${displayName}' is ${quoted(String(raw))}: use true or false`);
		},
	};
}

/** The entries of a list, or of a text that separates them by commas or white space. */
function entriesOf(raw: unknown, label: string): string[] {
	const entries: unknown[] = Array.isArray(raw) ? raw : [raw];
	return entries.flatMap((entry) => exactText(entry, label).split(/[\s,，]+/)).filter((entry) => entry !== '');
}

/** Like `entriesOf`, for entries that may contain spaces: a list is taken as it is, and a text is split only at its commas. */
function entriesWithSpaces(raw: unknown, label: string): string[] {
	const entries: unknown[] = Array.isArray(raw) ? raw : exactText(raw, label).split(/[,，]/);
	return entries.map((entry) => exactText(entry, label)).filter((entry) => entry !== '');
}

/** Several texts, entered as a list or separated by commas. */
export function textList(options: TextLook & { spaces?: boolean; toFill?: string }): Field<string[]> {
	const split = options.spaces ? entriesWithSpaces : entriesOf;
	return {
		property: look(options),
		toFill: options.toFill ?? toFill(options.example),
		read(raw) {
			const entries = split(raw, options.displayName);
			return entries.length > 0 ? entries : undefined;
		},
	};
}

/** Some of a fixed set of values. */
export function someOf(options: {
	displayName: string;
	description: string;
	choices: Array<{ name: string; value: string; description?: string }>;
}): Field<string[]> {
	const { displayName, description, choices } = options;
	const known = choices.map(({ value }) => value);
	return {
		toFill: 'choose at least one',
		property: { displayName, type: 'multiOptions', options: choices, default: [], description },
		read(raw) {
			const entries = entriesOf(raw, displayName);
			const unknown = entries.find((entry) => !known.includes(entry));
			if (unknown !== undefined) throw new InputError(`'${displayName}' holds ${quoted(unknown)}: use some of ${known.join(', ')}`);
			return entries.length > 0 ? entries : undefined;
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
		toFill: 'choose one',
		read(raw) {
			if (raw === undefined || raw === null || raw === '') return undefined;
			const found = choices.find(({ value }) => String(value) === String(unwrap(raw)));
			if (found) return found.value;
			const allowed = choices.map(({ value }) => value).join(', ');
			throw new InputError(`'${displayName}' is ${quoted(String(raw))}: use one of ${allowed}`);
		},
	};
}

interface JsonLook {
	displayName: string;
	description: string;
	example: string;
}

function json({ displayName: label, description, example }: JsonLook, kind: string, isRight: (value: unknown) => boolean): Field<string> {
	const wrong = (what: string) => new InputError(`'${label}' ${what}: enter ${kind} such as ${example}`);
	return {
		property: { displayName: label, type: 'json', default: '', description, placeholder: `e.g. ${example}` },
		toFill: `enter ${kind} such as ${example}`,
		read(raw) {
			if (raw === undefined || raw === null) return undefined;
			const given = typeof raw === 'string' ? raw.trim() : jsonText(raw);
			if (given === undefined) throw wrong('cannot be written as JSON');
			if (given === '') return undefined;
			const value = parsedJson(given);
			if (value === undefined) throw wrong(`is ${quoted(given)}, which is not JSON`);
			if (value === null) return undefined;
			if (!isRight(value)) throw wrong(`is ${describe(value)}`);
			return given;
		},
	};
}

/** A JSON object, entered as text or returned as an object. Text is passed on as written, because JavaScript would round its numbers. */
export function jsonObject(options: JsonLook): Field<string> {
	return json(options, 'a JSON object', (value) => typeof value === 'object' && !Array.isArray(value));
}

/** A JSON list, read like a `jsonObject`. */
export function jsonList(options: JsonLook): Field<string> {
	return json(options, 'a JSON list', Array.isArray);
}
