import type { ICredentialDataDecryptedObject, IDataObject, INode, NodeParameterValueType } from 'n8n-workflow';
import { BaiyingHmacApi } from '../../../../credentials/BaiyingHmacApi.credentials';
import { BaiyingOpenPlatformApi } from '../../../../credentials/BaiyingOpenPlatformApi.credentials';
import type { Api } from '../../../../nodes/Baiying/api/catalogue';
import { Baiying } from '../../../../nodes/Baiying/Baiying.node';
import type { BaiyingVendor } from '../../../../sandbox/baiying';
import type { TestCredential } from '../../../support/credentialsHelper';
import { runNode, type NodeRun, type NodeToRun } from '../../../support/runNode';

const KEYS = { appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret', companyId: '1' };

/** The credential of the sandbox's account for an API. */
export function credentialFor(api: Api, vendor: BaiyingVendor, change: ICredentialDataDecryptedObject = {}): TestCredential {
	const common = { ...KEYS, baseUrl: vendor.url };
	if (api === 'hmac') return { type: new BaiyingHmacApi(), data: { ...common, ...change } };
	return { type: new BaiyingOpenPlatformApi(), data: { ...common, tokenUrl: vendor.tokenUrl, renewal: '', accessToken: '', ...change } };
}

export interface ToRun {
	api: Api;
	resource: string;
	operation: string;
	parameters?: Record<string, unknown>;
	items?: IDataObject[];
	settings?: Partial<INode>;
	credential?: TestCredential;
}

/** What n8n's own execution engine needs to run the node against the sandbox. */
export function nodeToRun(vendor: BaiyingVendor, { api, resource, operation, parameters, items, settings, credential }: ToRun): NodeToRun {
	return {
		type: new Baiying(),
		credentials: [credential ?? credentialFor(api, vendor)],
		parameters: { authentication: api, resource, operation, ...parameters } as Record<string, NodeParameterValueType>,
		items,
		settings,
	};
}

/** Runs the node against the sandbox, through n8n's own execution engine. */
export async function runBaiying(vendor: BaiyingVendor, order: ToRun): Promise<NodeRun> {
	return await runNode(nodeToRun(vendor, order));
}
