import type { IDataObject } from 'n8n-workflow';
import { VendorError } from '../vendor/errors';
import { phoneDigits } from '../vendor/phoneNumber';
import { defineBatchAction, type Action, type BatchSettings, type Given } from './action';
import { text, type Field, type Fields } from './fields';

const written = text({ displayName: 'Phone', description: 'Who must not be called. Country code, spaces and hyphens make no difference.', example: '13720000000' });

/** As digits alone, which is how all vendors write the number when they call it. */
const phone: Field<string> = {
	...written,
	read(raw) {
		const given = written.read(raw);
		return given === undefined ? undefined : text({ displayName: 'Phone', description: '', check: isNumber }).read(phoneDigits(given) ?? given);
	},
};

function isNumber(value: string): string | undefined {
	return /^\d{5,20}$/.test(value) ? undefined : 'enter a phone number such as 13720000000';
}

/** What became of one number. */
export interface Listing {
	/** Null if the vendor does not say it of this number. */
	added: boolean | null;
	/** Left out if it is not known. */
	alreadyListed?: boolean;
	/** What the user should know about a number that was not simply added. */
	reason?: string;
}

type WithPhone<F> = F & { phone: Field<string> };

interface AddDefinition<Client, F extends Fields, A extends Fields> {
	action: string;
	description: string;
	/** What the vendor needs besides the number. */
	fields: F;
	additionalFields?: A;
	/** The most numbers in one request. */
	size: number;
	/**
	 * Adds different numbers, for which all other fields have the same values. A number that is listed already is no failure.
	 *
	 * @returns what became of each number, in their order
	 */
	add(client: Client, phones: string[], values: Given<WithPhone<F>, A>, settings: BatchSettings): Promise<Listing[]>;
}

const ADVICE = 'It is not known whether the numbers are listed now. Run the workflow with them again: numbers that are listed already do no harm.';

function withAdvice(error: unknown): unknown {
	return error instanceof VendorError && error.failure === 'noAnswer' ? new VendorError({ ...error.details(), advice: ADVICE }) : error;
}

/** The operation that keeps customers from being called. It has the same names and the same output at every vendor. */
export function addToDoNotCallListAction<Client>() {
	return <F extends Fields, A extends Fields = Record<never, never>>({ action, description, fields, additionalFields, size, add }: AddDefinition<Client, F, A>): Action<Client> =>
		defineBatchAction<Client>()<WithPhone<F>, A>({
			operation: 'addToDoNotCallList',
			name: 'Add to Do-Not-Call List',
			action,
			description,
			effect: 'change',
			fields: { ...fields, phone },
			additionalFields,
			batch: {
				size,
				by: ({ phone: _phone, ...others }) => JSON.stringify(others),
				async perform(client, entries, settings) {
					const [first] = entries;
					if (!first) return [];
					const phones = [...new Set(entries.map((entry) => entry.phone as string))];
					const listings = await add(client, phones, first, settings).catch((error: unknown) => {
						throw withAdvice(error);
					});
					return entries.map((entry): IDataObject => ({ phone: entry.phone as string, ...(listings[phones.indexOf(entry.phone as string)] ?? { added: null }) }));
				},
			},
		});
}
