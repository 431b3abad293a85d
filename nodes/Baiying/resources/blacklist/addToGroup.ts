import type { BaiyingAnswer } from '../../api/answer';
import type { BaiyingClient } from '../../api/client';

interface Entry {
	phone: string;
	name?: string;
	remark?: string;
}

/** Adds numbers to a group of the blacklist in one request. The vendor wants a name, so that of a nameless entry is its number. */
export async function addToGroup(client: BaiyingClient, companyId: string | undefined, groupId: string, entries: Entry[]): Promise<BaiyingAnswer> {
	const blacklist = entries.map(({ phone, name, remark }) => ({ mobile: phone, name: name ?? phone, remark }));
	return await client.send({ hmac: '/company/addBlackList/batch' }, { companyId, groupId, blacklist });
}
