import { VendorError } from '../../../common/vendor/errors';
import { IMPORT } from '../../api/operationNames';
import type { BaiyingClient } from '../../api/client';
import { objectOf, type Json } from '../../callback/json';
import { amount } from '../../callback/values';
import type { Customer } from './customer';

/** The most customers in one request. Source: POST /task/importTaskCustomer, api.byrobot.cn/doc/v2/, and open.byai.com/v2/operations/calljob-customer-import.html. */
export const MOST_CUSTOMERS = 10_000;

/** What became of the customers of a request. The vendor counts them and names none. */
export interface Counts extends Record<string, number> {
	total: number;
	imported: number;
	/** Customers whose number the job had already; each number is called once. */
	repeated: number;
	rejected: number;
}

/** What is neither imported nor repeated counts as rejected, whatever the vendor says about it. */
function countsIn(data: Json, total: number): Counts {
	const { successNum, repeatNum } = objectOf(data);
	const imported = amount(successNum);
	const repeated = amount(repeatNum) ?? 0;
	if (imported !== null && imported + repeated <= total) return { total, imported, repeated, rejected: total - imported - repeated };
	const message = `Baiying's counters do not fit the ${total} customers that were sent: ${String(imported)} imported, ${repeated} repeated`;
	throw new VendorError({ failure: 'noAnswer', code: 'COUNTERS', message });
}

/** Sends one request. Throws a VendorError, also if the vendor's counters make no sense. */
export async function sendCustomers(client: BaiyingClient, companyId: string | undefined, callJobId: string, customers: Customer[]): Promise<Counts> {
	const { data } = await client.send(IMPORT, { companyId, callJobId, customers });
	return countsIn(data, customers.length);
}
