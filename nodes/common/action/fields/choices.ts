import type { IDisplayOptions } from 'n8n-workflow';
import { InputError } from '../../vendor/errors';
import type { Field } from './field';
import { entriesOf } from './lists';
import { quoted, unwrap } from './values';

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

/** One of a fixed set of values; one that goes only with some values of other fields says which, but is read with any of them. */
export function choice<T extends string | number>(options: {
	displayName: string;
	description: string;
	default: T;
	choices: Array<{ name: string; value: T; description?: string; displayOptions?: IDisplayOptions }>;
	/** For n8n's AI workflow builder. */
	propertyHint?: string;
}): Field<T> {
	const { displayName, description, choices, propertyHint } = options;
	return {
		property: { displayName, type: 'options', options: choices, default: options.default, description, ...(propertyHint ? { builderHint: { propertyHint } } : {}) },
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
