import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../vendor/errors';
import type { Field } from './field';
import { exactText, quoted } from './values';

export function toFill(example?: string): string {
	return example ? `enter a value such as ${example}` : 'enter a value';
}

export interface TextLook {
	displayName: string;
	description: string;
	/** An example, without the leading "e.g.". */
	example?: string;
	hint?: string;
	default?: string;
	typeOptions?: INodeProperties['typeOptions'];
}

export function look(options: TextLook): Omit<INodeProperties, 'name'> {
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
