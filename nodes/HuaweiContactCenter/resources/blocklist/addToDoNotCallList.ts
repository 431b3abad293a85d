import type { IDataObject } from 'n8n-workflow';
import { addToDoNotCallListAction, type Listing } from '../../../common/action/doNotCallAction';
import { isOnlyLimited } from '../../isales/blocklist';
import type { ISalesClient } from '../../isales/client';
import { isoOf } from '../../isales/times';
import { MOST_NUMBERS } from '../../isales/together';
import { addTogether, type Refusal } from './addTogether';

const TO_DO = 'Remove the number, then add it again';

/** What an entry leaves open, if it does not keep the number from being called for good. */
function gapIn(entry: IDataObject): string | undefined {
	const end = isoOf(entry.validityExpirationTime);
	if (isOnlyLimited(entry)) return `The block list only limits how often the number may be called. ${TO_DO}`;
	return end === undefined ? undefined : `The number is on the block list only until ${end}. ${TO_DO}`;
}

function listingOf({ reason, entry }: Refusal = {}): Listing {
	if (reason === undefined) return { added: true, alreadyListed: false };
	if (!entry) return { added: false, reason };
	return { added: false, alreadyListed: !isOnlyLimited(entry), reason: gapIn(entry) ?? reason };
}

/** Sources: "Adding to the Block List" (cec_07_0744) and "Querying the Block List" (cec_07_0747). */
export const addToDoNotCallList = addToDoNotCallListAction<ISalesClient>()({
	action: 'Add to do not call list (blocklist)',
	description: 'Keep all campaigns from calling the numbers of the incoming items, for good. A number that is listed already is no failure.',
	fields: {},
	size: MOST_NUMBERS,
	add: async (client, phones, _values, { canceled }) => (await addTogether(client, phones, {}, canceled)).map(listingOf),
});
