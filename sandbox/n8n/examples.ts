import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '..';
import { ISALES_KEYS, VDN_ID } from '../huawei/isales';
import { PROJECT } from './paths';
import type { RestClient, SavedCredential, WorkflowFile } from './rest';

export interface NewCredential {
	name: string;
	type: string;
	data: IDataObject;
}

/** What a user would type into n8n's credential windows to reach the sandbox; named as in the examples. */
export function sandboxCredentials({ alibaba, huawei, aicc, iSales, baiying }: Pick<Sandbox, 'alibaba' | 'huawei' | 'aicc' | 'iSales' | 'baiying'>): NewCredential[] {
	return [
		{
			name: 'Alibaba Cloud Call Center',
			type: 'alibabaCloudAccessKeyApi',
			data: {
				accessKeyId: 'sandbox-key-id',
				accessKeySecret: 'sandbox-key-secret',
				securityToken: '',
				regionId: 'cn-shanghai',
				endpoint: alibaba.url,
			},
		},
		{
			name: 'Huawei CC-Gateway',
			type: 'huaweiCcGatewayApi',
			data: {
				baseUrl: huawei.url,
				agentId: '291',
				password: 'sandbox-agent-password',
				phoneNumber: '40038',
				takeOverSession: true,
				allowUnauthorizedCerts: false,
			},
		},
		{
			name: 'Huawei AICC',
			type: 'huaweiAiccApi',
			data: { baseUrl: aicc.url, appKey: 'sandbox-aicc-key', appSecret: 'sandbox-aicc-secret', renewal: '', accessToken: '' },
		},
		{
			name: 'Huawei Contact Center',
			type: 'huaweiCcApi',
			data: { baseUrl: iSales.url, ...ISALES_KEYS, vdnId: VDN_ID, allowUnauthorizedCerts: false },
		},
		{
			name: 'Baiying open platform',
			type: 'baiyingOpenPlatformApi',
			data: { baseUrl: baiying.url, tokenUrl: baiying.tokenUrl, appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret', companyId: '1' },
		},
		{
			name: 'Baiying older API',
			type: 'baiyingHmacApi',
			data: { baseUrl: baiying.url, appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret', companyId: '1' },
		},
		{
			name: 'Baiying callback',
			type: 'baiyingCallbackApi',
			data: { token: 'sandbox-callback-token', appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' },
		},
	];
}

/** Saves credentials in n8n. */
export async function saveCredentials(rest: RestClient, credentials: NewCredential[]): Promise<SavedCredential[]> {
	return await Promise.all(credentials.map(async ({ name, type, data }) => await rest.createCredential(name, type, data)));
}

/** An example workflow, with these credentials chosen in its nodes. */
export function example(file: string, credentials: SavedCredential[]): WorkflowFile {
	const text = readFileSync(join(PROJECT, 'examples', file), 'utf8');
	return withCredentials(JSON.parse(text) as WorkflowFile, credentials);
}

/** The workflow with the credential of each type replaced by ours of the same type. */
export function withCredentials(workflow: WorkflowFile, credentials: SavedCredential[]): WorkflowFile {
	const nodes = workflow.nodes.map((node) => {
		if (!node.credentials) return node;
		const chosen = Object.keys(node.credentials).map((type) => {
			const credential = credentials.find((candidate) => candidate.type === type);
			if (!credential) throw new Error(`${node.name} of "${workflow.name}" wants a credential of the type ${type}`);
			return [type, { id: credential.id, name: credential.name }];
		});
		return { ...node, credentials: Object.fromEntries(chosen) };
	});
	return { ...workflow, nodes };
}
