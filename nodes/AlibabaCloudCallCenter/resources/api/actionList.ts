import type { Search } from '../../../common/action/fields';
import { vendorActions } from '../../api/catalogue';

/** All actions of the call center's API, found by their purpose and their name. The list needs no request. */
export const actionList: Search = {
	name: 'searchApiActions',
	async load(filter = '') {
		const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
		const results = vendorActions().map(({ name, purpose }) => ({ name: `${purpose} — ${name}`, value: name }));
		const found = results.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
		return { results: found.sort((a, b) => a.name.localeCompare(b.name, 'en')) };
	},
};
