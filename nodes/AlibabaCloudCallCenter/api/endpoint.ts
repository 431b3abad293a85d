import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { quoted } from '../../common/action/fields';
import { InputError } from '../../common/vendor/errors';

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
 * The base address of the call center's API: the credential's own endpoint, or that of its region.
 *
 * Source: the official SDK (alibabacloud-typescript-sdk, ccc-20200701): its map of endpoints, and its rule
 * `ccc.<region>.aliyuncs.com` for regions that are not in the map.
 */
export function endpointOf({ endpoint, regionId }: ICredentialDataDecryptedObject): string {
	const own = String(endpoint ?? '').trim().replace(/\/+$/, '');
	if (own === '') return `https://${hostOf(String(regionId ?? '').trim().toLowerCase() || DEFAULT_REGION)}`;
	return /^https?:\/\//i.test(own) ? own : `https://${own}`;
}

/** Another product of Alibaba Cloud, or another address of the call center. */
export interface Product {
	/** Such as `OutboundBot`; undefined for the call center. */
	name?: string;
	/** Its address, if it isn't the usual one. */
	endpoint?: string;
}

/** Products with one address for all regions. Source: the official SDKs, and the vendor's pages of the products. */
const WITHOUT_REGION = new Set(['aiccs', 'dyvmsapi']);

function usualEndpoint({ name = 'ccc' }: Product, region: string): string {
	const product = name.toLowerCase();
	return WITHOUT_REGION.has(product) ? `https://${product}.aliyuncs.com` : `https://${product}.${region}.aliyuncs.com`;
}

/** A signed request goes to Alibaba Cloud, or to where the credential itself sends it. */
function isAllowed({ protocol, hostname, origin, username, password }: URL, credentials: ICredentialDataDecryptedObject): boolean {
	const own = endpointOf(credentials);
	if (username !== '' || password !== '') return false;
	return (URL.canParse(own) && new URL(own).origin === origin) || (protocol === 'https:' && hostname.endsWith('.aliyuncs.com'));
}

/**
 * The address of a product: the one that the node names, or the usual one in the region of the credential.
 *
 * @throws InputError if the address does not belong to Alibaba Cloud
 */
export function endpointFor(product: Product, credentials: ICredentialDataDecryptedObject): URL {
	const region = String(credentials.regionId ?? '').trim().toLowerCase() || DEFAULT_REGION;
	const given = product.endpoint?.replace(/\/+$/, '') ?? (product.name ? usualEndpoint(product, region) : endpointOf(credentials));
	const address = /^https?:\/\//i.test(given) ? given : `https://${given}`;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url && isAllowed(url, credentials)) return url;
	throw new InputError(
		`'Endpoint' is ${quoted(given)}: use an address of Alibaba Cloud that starts with https:// and ends with .aliyuncs.com, or the endpoint of the credential`,
	);
}
