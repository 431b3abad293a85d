import { wholeNumber, yesNo } from './fields';

/** The two fields of an operation that returns many things. */
export const returnAll = yesNo({
	displayName: 'Return All',
	description: 'Whether to return all results or only up to a given limit',
	default: false,
});

export const limit = wholeNumber({
	displayName: 'Limit',
	description: 'Max number of results to return',
	default: 50,
	min: 1,
	max: 1_000_000,
});
