import { VendorError } from './errors';

/** An address of the credential. Throws a VendorError that names the field. */
export function parsedUrl(address: string, field: string, example: string): URL {
	if (/^https?:/i.test(address) && URL.canParse(address)) return new URL(address);
	const message = `'${field}' in the credential is not a URL. Enter one such as ${example}`;
	throw new VendorError({ failure: 'refused', code: 'InvalidAddress', message });
}
