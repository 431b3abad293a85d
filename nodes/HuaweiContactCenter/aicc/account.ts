import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { TokenHolder } from '../../common/vendor/tokenDesk';
import { parsedUrl } from '../../common/vendor/url';

export const AICC_CREDENTIAL = 'huaweiAiccApi';

/** The tenant of a credential. */
export interface Tenant extends TokenHolder {
	/** As it was entered, without a slash at the end. */
	baseUrl: string;
	appKey: string;
	appSecret: string;
}

function entered(value: unknown): string {
	return String(value ?? '').trim();
}

/** The fields of the credential as they are used. People copy the address of a whole interface, so the interface's part is cut off. */
export function tenantOf({ baseUrl, appKey, appSecret }: ICredentialDataDecryptedObject): Tenant {
	const tenant = {
		baseUrl: entered(baseUrl).replace(/\/(apiaccess|apigovernance)(\/.*)?$/, '').replace(/\/+$/, ''),
		appKey: entered(appKey),
		appSecret: entered(appSecret),
	};
	const fingerprint = createHash('sha256').update(JSON.stringify(tenant)).digest('hex');
	return { ...tenant, fingerprint, issuer: `${tenant.baseUrl} ${tenant.appKey}` };
}

/** The address of a path. Throws a VendorError that names the field of the credential. */
export function addressOf({ baseUrl }: Pick<Tenant, 'baseUrl'>, path: string): URL {
	return new URL(parsedUrl(baseUrl, 'Base URL', 'https://service.besclouds.com').href.replace(/\/$/, '') + path);
}
