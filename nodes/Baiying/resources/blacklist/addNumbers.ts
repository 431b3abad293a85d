import { defineBatchAction } from '../../../common/action/action';
import type { BaiyingClient } from '../../api/client';
import { objectOf } from '../../callback/json';
import { amount } from '../../callback/values';
import { companyId } from '../../fields';
import { addToGroup } from './addToGroup';
import { groupId, name, phone, remark } from './fields';

/** The vendor names no limit. */
export const MOST_NUMBERS = 500;

/** What is known about each number: the vendor counts those that it added, but doesn't name them. */
function addedOf(count: number, added: number | null): boolean | null {
	if (added === count) return true;
	return added === 0 ? false : null;
}

/** Source: POST /company/addBlackList/batch, api.byrobot.cn/doc/v2/. */
export const addNumbers = defineBatchAction<BaiyingClient>()({
	operation: 'addNumbers',
	name: 'Add Numbers',
	action: 'Add many blacklist numbers',
	description: 'Keep all jobs from calling the numbers of the incoming items, many of which go out in one request. Only the older API can do it.',
	effect: 'change',
	fields: { companyId, groupId, phone },
	additionalFields: { name, remark },
	batch: {
		size: MOST_NUMBERS,
		by: (values) => JSON.stringify([values.companyId, values.groupId]),
		async perform(client, items) {
			const [{ companyId: company, groupId: group } = { companyId: undefined, groupId: '' }] = items;
			const { data } = await addToGroup(client, company, group, items);
			const added = amount(objectOf(data).successNum);
			return items.map((values) => ({ phone: values.phone, groupId: group, added: addedOf(items.length, added), requestSize: items.length, requestAdded: added }));
		},
	},
});
