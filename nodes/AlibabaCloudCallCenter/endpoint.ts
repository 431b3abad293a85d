import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const DEFAULT_REGION = 'cn-shanghai';

/** Regions without an endpoint of their own. */
const AT_THE_CENTRAL_ENDPOINT = new Set([
	'ap-northeast-1',
	'ap-south-1',
	'ap-southeast-1',
	'ap-southeast-2',
	'ap-southeast-3',
	'ap-southeast-5',
	'cn-beijing',
	'cn-chengdu',
	'cn-hangzhou-finance',
	'cn-hongkong',
	'cn-huhehaote',
	'cn-north-2-gov-1',
	'cn-qingdao',
	'cn-shanghai-finance-1',
	'cn-shenzhen',
	'cn-shenzhen-finance-1',
	'cn-zhangjiakou',
	'eu-central-1',
	'eu-west-1',
	'me-east-1',
	'us-east-1',
	'us-west-1',
]);

function hostOf(region: string): string {
	return AT_THE_CENTRAL_ENDPOINT.has(region) ? 'ccc.aliyuncs.com' : `ccc.${region}.aliyuncs.com`;
}

/**
 * The base address of the call center's API: the credential's own endpoint, or the one of its region.
 *
 * Source: the official SDK (alibabacloud-typescript-sdk, ccc-20200701): its map of endpoints, and its rule
 * `ccc.<region>.aliyuncs.com` for regions that are not in the map.
 */
export function endpointOf({ endpoint, regionId }: ICredentialDataDecryptedObject): string {
	const own = String(endpoint ?? '').trim().replace(/\/+$/, '');
	if (own === '') return `https://${hostOf(String(regionId ?? '').trim().toLowerCase() || DEFAULT_REGION)}`;
	return /^https?:\/\//i.test(own) ? own : `https://${own}`;
}
