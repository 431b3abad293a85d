import type { IDataObject, INode } from 'n8n-workflow';
import { BaiyingCallbackApi } from '../../../../credentials/BaiyingCallbackApi.credentials';
import { BaiyingTrigger } from '../../../../nodes/Baiying/BaiyingTrigger.node';
import type { TestCredentialsHelper } from '../../../support/credentialsHelper';
import { credentialsOf, nodeOf, startWebhook, type RunningTrigger, type TriggerSetup, type TriggerUnderTest, type WebhookNode } from '../../../support/webhook';

export { nodeTypesOf, open, type PostOptions, type Reply, type RunningTrigger, type TriggerSetup } from '../../../support/webhook';

export function baiying(type: WebhookNode = new BaiyingTrigger()): TriggerUnderTest {
	return { type, credential: new BaiyingCallbackApi(), empty: { token: '', appKey: '', appSecret: '' } };
}

export function triggerNode(setup: TriggerSetup): INode {
	return nodeOf(baiying(), setup);
}

export function testCredentials(credential?: IDataObject): TestCredentialsHelper {
	return credentialsOf(baiying(), credential);
}

export async function startTrigger(setup: TriggerSetup = {}): Promise<RunningTrigger> {
	return await startWebhook(baiying(), setup);
}
