import type { DoNotCallList, Read } from '../../../common/action/resource';
import { InputError, VendorError } from '../../../common/vendor/errors';
import { phoneDigits } from '../../../common/vendor/phoneNumber';
import { readWholeList } from '../../../common/vendor/wholeList';
import type { BaiyingClient } from '../../api/client';
import { text } from '../../callback/values';
import { rowsOf, totalOf } from '../rows';
import { DEFAULT_GROUP, GROUPS, NUMBERS, PAGE_SIZE } from './fields';

type CompanyId = string | undefined;

async function groupIds(client: BaiyingClient, companyId: CompanyId, read: Read): Promise<string[]> {
	const { data } = await read(async () => await client.send(GROUPS, { companyId }));
	const named = rowsOf(data).map((row) => text(row.blacklistInfoGroupId));
	return [...new Set([DEFAULT_GROUP, ...named.filter((id) => id !== null)])];
}

function phoneOf(mobile: string | null): string {
	if (mobile !== null) return phoneDigits(mobile) ?? mobile;
	throw new VendorError({ failure: 'refused', code: 'NO_NUMBER', message: 'The blacklist has an entry without a number' });
}

async function phonesIn(client: BaiyingClient, companyId: CompanyId, groupId: string, read: Read): Promise<string[]> {
	const rows = await readWholeList(PAGE_SIZE, async (pageNum) => {
		const { data } = await read(async () => await client.send(NUMBERS, { companyId, groupId, pageNum, pageSize: PAGE_SIZE }));
		return { rows: rowsOf(data), total: totalOf(data) };
	});
	return rows.map(({ mobile }) => phoneOf(text(mobile)));
}

/** The numbers in all groups of a company's blacklist, as digits. Throws a VendorError if they can't all be read. */
export async function listedPhones(client: BaiyingClient, companyId: CompanyId, read: Read): Promise<string[]> {
	const phones: string[] = [];
	for (const groupId of await groupIds(client, companyId, read)) phones.push(...(await phonesIn(client, companyId, groupId, read)));
	return phones;
}

/** The blacklist of the company. Sources: GET /company/blacklist/group/list and GET /company/blacklist/info/page, api.byrobot.cn/doc/v2/. */
export function doNotCallList(client: BaiyingClient): DoNotCallList {
	return {
		keyOf: ({ companyId }) => String(companyId ?? ''),
		async numbers({ companyId }, read) {
			if (client.api === 'hmac') return await listedPhones(client, companyId as CompanyId, read);
			throw new InputError(
				"'Check Vendor List' works only with the older API, so nobody was called: the open platform has no operation that reads the blacklist. Remove the rule, or set 'Authentication' to Older API (HMAC). You can also return the numbers that must not be called under 'Do Not Call'",
			);
		},
	};
}
