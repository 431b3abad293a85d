import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties, ResourceMapperFields } from 'n8n-workflow';
import { InputError } from '../../vendor/errors';

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
