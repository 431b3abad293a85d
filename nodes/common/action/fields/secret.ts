import { InputError } from '../../vendor/errors';
import type { Field, Fields } from './field';
import { text, type TextLook } from './text';

/** A text that the editor hides and no message shows. */
export function secretText(options: Omit<TextLook, 'typeOptions'>): Field<string> {
	const field = text({ ...options, typeOptions: { password: true } });
	return {
		...field,
		read(raw) {
			const isRounded = typeof raw === 'number' && Math.abs(raw) > Number.MAX_SAFE_INTEGER;
			if (isRounded) throw new InputError(`'${options.displayName}' is a number too large to keep all its digits: enter it as text, in quotes`);
			return field.read(raw);
		},
	};
}

export function isSecret({ property }: Field<unknown>): boolean {
	return property.typeOptions?.password === true;
}

/** What the secret ones among the fields hold. */
export function secretsAmong(fields: Fields, values: object): string[] {
	const names = Object.entries(fields).filter(([, field]) => isSecret(field)).map(([name]) => name);
	return Object.entries(values).flatMap(([name, value]) => (names.includes(name) && value !== undefined ? [String(value)] : []));
}
