/** A mobile number in mainland China, which may be written with the country code or with a zero for long distance. */
const MOBILE = /^(?:\+?86|0086|0)?(1[3-9]\d{9})$/;

/** A landline in mainland China with the country code, which takes the place of the zero before the area code. */
const LANDLINE = /^(?:\+|00)86([1-9]\d{8,10})$/;

/** A phone number with what people write between its digits. */
const NUMBER = /^\+?[\d\s()（）.-]+$/;

/** The digits of a phone number, however it is written: `+86 137-2000-0000` and `13720000000` are one. Undefined for anything else. */
export function phoneDigits(written: string): string | undefined {
	const trimmed = written.trim();
	if (!NUMBER.test(trimmed)) return undefined;
	const plain = trimmed.replace(/[\s()（）.-]/g, '');
	return MOBILE.exec(plain)?.[1] ?? plain.replace(LANDLINE, '0$1').replace(/^\+/, '00');
}
