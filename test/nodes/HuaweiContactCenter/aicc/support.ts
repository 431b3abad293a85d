import type { ICredentialDataDecryptedObject, NodeParameterValueType } from 'n8n-workflow';
import { HuaweiAiccApi } from '../../../../credentials/HuaweiAiccApi.credentials';
import { HuaweiContactCenter } from '../../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import type { AiccVendor } from '../../../../sandbox/huawei/aicc';
import type { TestCredential } from '../../../support/credentialsHelper';
import { runNode, type NodeRun, type NodeToRun } from '../../../support/runNode';

/** The credential of the sandbox's tenant. */
export function aiccCredential(vendor: AiccVendor, change: ICredentialDataDecryptedObject = {}): TestCredential {
	const { appKey, appSecret } = vendor.options;
	return { type: new HuaweiAiccApi(), data: { baseUrl: vendor.url, appKey, appSecret, renewal: '', accessToken: '', ...change } };
}

export interface ToRun extends Partial<Omit<NodeToRun, 'type' | 'credentials' | 'parameters'>> {
	resource: string;
	operation: string;
	parameters?: Record<string, unknown>;
	credential?: TestCredential;
}

/** Runs the node against the sandbox, through n8n's own execution engine. */
export async function runAicc(vendor: AiccVendor, { resource, operation, parameters, credential, ...rest }: ToRun): Promise<NodeRun> {
	return await runNode({
		type: new HuaweiContactCenter(),
		credentials: [credential ?? aiccCredential(vendor)],
		parameters: { resource, operation, ...parameters } as Record<string, NodeParameterValueType>,
		...rest,
	});
}

/** A call with its two phones. */
export const CALL = { resource: 'twoPartyCall', operation: 'create' } as const;

export function phones(count: number) {
	return Array.from({ length: count }, (_, index) => ({ phone: `1372${String(index).padStart(7, '0')}`, salesPhone: `1391${String(index).padStart(7, '0')}` }));
}
