import type { ICredentialDataDecryptedObject, IDataObject, INode, NodeParameterValueType } from 'n8n-workflow';
import { HuaweiCcApi } from '../../../../credentials/HuaweiCcApi.credentials';
import { HuaweiContactCenter } from '../../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { ISALES_KEYS, VDN_ID, type ISalesVendor } from '../../../../sandbox/huawei/isales';
import type { TestCredential } from '../../../support/credentialsHelper';
import { runNode, type NodeRun, type NodeToRun } from '../../../support/runNode';

/** The credential of the sandbox's account. */
export function credentialFor(vendor: Pick<ISalesVendor, 'url'>, change: ICredentialDataDecryptedObject = {}): TestCredential {
	return { type: new HuaweiCcApi(), data: { baseUrl: vendor.url, ...ISALES_KEYS, vdnId: VDN_ID, allowUnauthorizedCerts: false, ...change } };
}

export interface ToRun extends Pick<NodeToRun, 'executionId' | 'resume' | 'started'> {
	resource: string;
	operation: string;
	parameters?: Record<string, unknown>;
	items?: IDataObject[];
	settings?: Partial<INode>;
	credential?: TestCredential;
}

/** Runs the node against the sandbox, through n8n's own execution engine. */
export async function runISales(vendor: ISalesVendor, { resource, operation, parameters, credential, ...rest }: ToRun): Promise<NodeRun> {
	return await runNode({
		...rest,
		type: new HuaweiContactCenter(),
		credentials: [credential ?? credentialFor(vendor)],
		parameters: { resource, operation, ...parameters } as Record<string, NodeParameterValueType>,
	});
}
