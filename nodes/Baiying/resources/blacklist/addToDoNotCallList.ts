import { addToDoNotCallListAction, type Listing } from '../../../common/action/doNotCallAction';
import { optional } from '../../../common/action/fields';
import type { BaiyingClient } from '../../api/client';
import { objectOf } from '../../callback/json';
import { amount } from '../../callback/values';
import { companyId } from '../../fields';
import { addToGroup } from './addToGroup';
import { MOST_NUMBERS } from './addNumbers';
import { listedPhones } from './doNotCallList';
import { DEFAULT_GROUP, groupId, remark } from './fields';

type IsListed = (phone: string) => boolean;

/** Baiying counts the numbers that it added, but doesn't name them. Undefined if the blacklist can't be read. */
async function isListedNow(client: BaiyingClient, company: string | undefined): Promise<IsListed | undefined> {
	const phones = await listedPhones(client, company, async (send) => await send()).catch(() => undefined);
	return phones && ((phone) => phones.includes(phone));
}

function listingOf(phone: string, added: number, isListed: IsListed | undefined): Listing {
	if (!isListed) return { added: null, reason: 'Baiying did not add all numbers of the request, and the blacklist could not be read to see which' };
	if (!isListed(phone)) return { added: false, alreadyListed: false, reason: 'Baiying did not add the number and gave no reason. Check it' };
	return added === 0 ? { added: false, alreadyListed: true, reason: 'The number is on the blacklist already' } : { added: null, reason: 'The number is on the blacklist, perhaps from before' };
}

/** Source: POST /company/addBlackList/batch, api.byrobot.cn/doc/v2/. */
export const addToDoNotCallList = addToDoNotCallListAction<BaiyingClient>()({
	action: 'Add to do not call list (blacklist)',
	description: 'Keep all jobs from calling the numbers of the incoming items. A number that is listed already is no failure. Only the older API can do it.',
	fields: { companyId, groupId: optional(groupId) },
	additionalFields: { remark },
	size: MOST_NUMBERS,
	async add(client, phones, { companyId: company, groupId: group = DEFAULT_GROUP, remark: why }) {
		const { data } = await addToGroup(client, company, group, phones.map((phone) => ({ phone, remark: why })));
		const added = amount(objectOf(data).successNum);
		if (added === phones.length) return phones.map(() => ({ added: true, alreadyListed: false }));
		const isListed = await isListedNow(client, company);
		return phones.map((phone) => listingOf(phone, added ?? phones.length, isListed));
	},
});
