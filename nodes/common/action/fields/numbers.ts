import { InputError } from '../../vendor/errors';
import type { Field } from './field';
import { asText, quoted } from './values';

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
