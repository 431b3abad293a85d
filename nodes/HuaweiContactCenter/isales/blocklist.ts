import type { IDataObject } from 'n8n-workflow';
import type { DoNotCallList } from '../../common/action/resource';
import { VendorError } from '../../common/vendor/errors';
import { readWholeList } from '../../common/vendor/wholeList';
import type { ISalesClient, ISalesRequest } from './client';
import { rowsOf, textOf, totalOf } from './rows';

export const LARGEST_PAGE = 100;

/** The parameters that ask for a page of the block list; the first is 1. */
export function pageOf(page: number, limit: number): IDataObject {
	return { offset: (page - 1) * limit, limit };
}

/** Source: "Querying the Block List" (cec_07_0747). */
export function queryBlocklist(body: IDataObject): ISalesRequest {
	return { method: 'POST', path: '/blocklist/query', body };
}

/** Whether the number may still be called so many times in a period. Source: "Adding to the Block List" (cec_07_0744). */
export function isOnlyLimited({ restrictTimes }: IDataObject): boolean {
	return Number(restrictTimes ?? 0) > 0;
}

function numberOf(entry: IDataObject): string {
	const number = textOf(entry.blockNum);
	if (number !== undefined) return number;
	throw new VendorError({ failure: 'refused', code: 'NO_NUMBER', message: 'The block list has an entry without a number' });
}

/** The block list of CC-iSales, without the numbers that it only limits. */
export function doNotCallList(client: ISalesClient): DoNotCallList {
	return {
		keyOf: () => 'blocklist',
		async numbers(_values, read) {
			const entries = await readWholeList(LARGEST_PAGE, async (page) => {
				const answer = await read(async () => await client(queryBlocklist(pageOf(page, LARGEST_PAGE))));
				return { rows: rowsOf(answer), total: totalOf(answer) };
			});
			return entries.filter((entry) => !isOnlyLimited(entry)).map(numberOf);
		},
	};
}
