import { addToDoNotCallListAction } from '../../../common/action/doNotCallAction';
import type { CccClient } from '../../api/transport';
import { instanceId } from '../../fields';
import { remark } from './fields';

/** As many as fit into an address. */
const MOST_NUMBERS = 200;

/** The vendor says of no number whether it is new. Source: ImportDoNotCallNumbers, api.aliyun.com/document/CCC/2020-07-01/ImportDoNotCallNumbers. */
export const addToDoNotCallList = addToDoNotCallListAction<CccClient>()({
	action: 'Add do not call number to list',
	description: 'Keep the instance from calling the numbers of the incoming items. A number that is listed already is no failure.',
	fields: { instanceId },
	additionalFields: { remark },
	size: MOST_NUMBERS,
	async add(send, phones, { instanceId: instance, remark: why }) {
		await send('ImportDoNotCallNumbers', { instanceId: instance, numbers: phones, remark: why });
		return phones.map(() => ({ added: true }));
	},
});
