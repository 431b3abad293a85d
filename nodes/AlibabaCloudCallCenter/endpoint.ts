import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

export const DEFAULT_REGION = 'cn-shanghai';

/**
 * The base address of the call center's API: the credential's own endpoint, or the one of its region.
 *
 * Source: the official SDK's rule `ccc.<region>.aliyuncs.com`.
 */
export function endpointOf({ endpoint, regionId }: ICredentialDataDecryptedObject): string {
	const own = String(endpoint ?? '').trim().replace(/\/+$/, '');
	if (own === '') return `https://ccc.${String(regionId ?? '').trim() || DEFAULT_REGION}.aliyuncs.com`;
	return /^https?:\/\//i.test(own) ? own : `https://${own}`;
}
