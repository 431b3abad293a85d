import type { Field } from './field';
import { look, toFill, type TextLook } from './text';
import { exactText } from './values';

/** The entries of a list, or of a text that separates them by commas or white space. */
export function entriesOf(raw: unknown, label: string): string[] {
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
