import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';

/** Who asks, and where: what both credentials have in common. */
export interface Account {
	/** Without a slash at the end. */
	baseUrl: string;
	appKey: string;
	appSecret: string;
	companyId: string;
	/** Where the open platform issues tokens; empty for the older API. */
	tokenUrl: string;
	/** Tells accounts apart without holding a secret. */
	fingerprint: string;
}

function entered(value: unknown): string {
	return String(value ?? '').trim();
}

/** The fields of a credential as they are used. */
export function accountOf({ baseUrl, appKey, appSecret, companyId, tokenUrl }: ICredentialDataDecryptedObject): Account {
	const account = {
		baseUrl: entered(baseUrl).replace(/\/+$/, ''),
		appKey: entered(appKey),
		appSecret: entered(appSecret),
		companyId: entered(companyId),
		tokenUrl: entered(tokenUrl),
	};
	return { ...account, fingerprint: createHash('sha256').update(JSON.stringify(account)).digest('hex') };
}

/** An address of the credential. Throws a VendorError that names the field. */
export function parsedUrl(address: string, field: string, example: string): URL {
	if (/^https?:/i.test(address) && URL.canParse(address)) return new URL(address);
	const message = `'${field}' in the credential is not a URL. Enter one such as ${example}`;
	throw new VendorError({ failure: 'refused', code: 'InvalidAddress', message });
}
