import { phoneDigits } from '../../vendor/phoneNumber';

/** What stands for a customer, however the number is written. An extension or an ID stays as it is. */
export function customerId(written: string): string {
	return phoneDigits(written) ?? written.trim();
}
