import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';

export const CREDENTIAL = 'huaweiCcApi';

const MOST_VDN_ID = 9999;

/** The credential, checked: who asks, and for which virtual call center. */
export interface ISalesAccount {
	/** Without a slash at the end, e.g. `https://203.0.113.7:28443`. */
	baseUrl: string;
	/** Host and port, to be shown to the user. */
	host: string;
	accessKey: string;
	secretKey: string;
	/** The virtual call center (VDN), 1 to 9999. */
	vdnId: string;
	allowUnauthorizedCerts: boolean;
}

function wrong(message: string): VendorError {
	return new VendorError({ failure: 'refused', code: 'InvalidCredential', message });
}

function entered(value: unknown): string {
	return String(value ?? '').trim();
}

function baseUrlOf(value: unknown): URL {
	const text = entered(value);
	if (/^https?:/i.test(text) && URL.canParse(text)) return new URL(text);
	throw wrong("'Base URL' in the credential is not a URL. Enter the address of the contact center, such as https://203.0.113.7:28443");
}

/** The keys alone: a request of the HTTP Request node needs no virtual call center. Throws a VendorError that names the field. */
export function keysOf({ accessKey, secretKey }: ICredentialDataDecryptedObject): Pick<ISalesAccount, 'accessKey' | 'secretKey'> {
	const keys = { accessKey: entered(accessKey), secretKey: entered(secretKey) };
	if (keys.accessKey === '') throw wrong("'Access Key' in the credential is empty. Enter the key that the contact center issued");
	if (keys.secretKey === '') throw wrong("'Secret Key' in the credential is empty. Enter the secret that belongs to the access key");
	return keys;
}

/** Where the interfaces are. People copy the address of a whole interface, so the interface's part is cut off. */
export function rootOf({ baseUrl }: ICredentialDataDecryptedObject): string {
	const { origin, pathname } = baseUrlOf(baseUrl);
	return `${origin}${pathname.replace(/\/rest\/isales(\/.*)?$/, '')}`.replace(/\/+$/, '');
}

/** Reads the credential; throws a VendorError that names the field. */
export function accountOf(data: ICredentialDataDecryptedObject): ISalesAccount {
	const vdnId = entered(data.vdnId);
	if (!/^[1-9]\d{0,3}$/.test(vdnId)) throw wrong(`'VDN ID' in the credential must be a number from 1 to ${MOST_VDN_ID}. Ask the operator of the contact center for it`);
	const baseUrl = rootOf(data);
	return { ...keysOf(data), baseUrl, host: new URL(baseUrl).host, vdnId, allowUnauthorizedCerts: data.allowUnauthorizedCerts === true };
}
