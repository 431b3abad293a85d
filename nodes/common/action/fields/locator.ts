import type { Field, Search } from './field';
import { text } from './text';

interface LocatorLook {
	displayName: string;
	description: string;
	example: string;
	search: Search;
	hint?: string;
	/** Shown while an ID is entered without the list. */
	idHint?: string;
	/** How something is entered without the list; "ID" by default. */
	enteredBy?: string;
}

/** Something that exists at the vendor, picked from a searchable list or entered by its ID. */
export function locator({ search, enteredBy = 'ID', ...options }: LocatorLook): Field<string> {
	const { displayName, description, example, hint, idHint } = options;
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
				{ displayName: `By ${enteredBy}`, name: enteredBy.toLowerCase(), type: 'string', placeholder: `e.g. ${example}`, ...(idHint ? { hint: idHint } : {}) },
			],
		},
	};
}
