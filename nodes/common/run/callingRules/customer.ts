/** A mobile number in mainland China, which may be written with the country code or with a zero for long distance. */
const MOBILE = /^(?:\+?86|0086|0)?(1[3-9]\d{9})$/;

/** A phone number with what people write between its digits; anything else is an extension or an ID, which stays as it is. */
const NUMBER = /^\+?[\d\s()（）.-]+$/;

/** What stands for a customer, however the number is written: `+86 137-2000-0000` and `13720000000` are one. */
export function customerId(written: string): string {
	const trimmed = written.trim();
	if (!NUMBER.test(trimmed)) return trimmed;
	const plain = trimmed.replace(/[\s()（）.-]/g, '');
	return MOBILE.exec(plain)?.[1] ?? plain.replace(/^\+/, '00');
}
