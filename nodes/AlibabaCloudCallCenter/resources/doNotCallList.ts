import type { DoNotCallList, Read } from '../../common/action/resource';
import { rowsOf } from '../api/response';
import type { CccClient } from '../api/transport';
import { readRows, type Place } from './paging';

/** The lists of the instance and of the whole account. */
const SCOPES = ['INSTANCE', 'SYSTEM'];

/**
 * The numbers that an instance must not call. Alibaba Cloud returns 10,000 of a list at most; if there are more, reading fails.
 *
 * Source: ListDoNotCallNumbers, api.aliyun.com/document/CCC/2020-07-01/ListDoNotCallNumbers.
 */
export function doNotCallList(send: CccClient): DoNotCallList {
	async function numbersOf(instanceId: unknown, scope: string, read: Read): Promise<string[]> {
		const numbers: string[] = [];
		const ask = async (pageNumber: number, pageSize: number) => {
			const { data } = await read(async () => await send('ListDoNotCallNumbers', { instanceId, scope, pageNumber, pageSize }));
			return { rows: rowsOf(data) };
		};
		let place: Place | undefined;
		do {
			const { results, next } = await readRows(ask, Infinity, place);
			numbers.push(...results.map(({ number }) => String(number)));
			place = next;
		} while (place);
		return numbers;
	}
	return {
		keyOf: ({ instanceId }) => String(instanceId),
		numbers: async ({ instanceId }, read) => (await Promise.all(SCOPES.map(async (scope) => await numbersOf(instanceId, scope, read)))).flat(),
	};
}
