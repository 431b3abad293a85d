import { defineAction } from '../../../common/action/action';
import { optional } from '../../../common/action/fields';
import type { BaiyingClient } from '../../api/client';
import { objectOf } from '../../callback/json';
import { amount, text } from '../../callback/values';
import { companyId } from '../../fields';
import { groupId, name, phone, remark } from './fields';
import { addToGroup } from './addToGroup';

/** Sources: POST /company/addBlackList and, for a group, POST /company/addBlackList/batch, api.byrobot.cn/doc/v2/. */
export const addNumber = defineAction<BaiyingClient>()({
	operation: 'addNumber',
	name: 'Add Number',
	action: 'Add blacklist number',
	description: 'Keep all jobs of the company from calling a number. Only the older API can do it.',
	effect: 'change',
	simplify: false,
	fields: { companyId, phone, groupId: optional(groupId) },
	additionalFields: { name, remark },
	async perform(client, values) {
		if (values.groupId === undefined) {
			const { data } = await client.send({ hmac: '/company/addBlackList' }, values);
			return [{ success: true, phone: values.phone, blacklistInfoId: text(data) }];
		}
		const { data } = await addToGroup(client, values.companyId, values.groupId, [values]);
		return [{ success: amount(objectOf(data).successNum) === 1, phone: values.phone, groupId: values.groupId }];
	},
});
