import { HookContext } from 'n8n-core';
import { Workflow, type IDataObject, type INode, type IWebhookData, type NodeParameterValueType } from 'n8n-workflow';
import { HuaweiContactCenterCallbackTrigger } from '../../../../nodes/HuaweiContactCenter/HuaweiContactCenterCallbackTrigger.node';
import { additionalDataFor } from '../../../support/runNode';
import { credentialsOf, nodeOf, nodeTypesOf } from '../../../support/webhook';
import { huawei, SECRETS } from './support';

/** What n8n does when the workflow is published. */
async function publish(parameters: Record<string, NodeParameterValueType>, credential?: IDataObject): Promise<void> {
	const tested = huawei();
	const { webhookMethods, description } = new HuaweiContactCenterCallbackTrigger();
	const nodes = [nodeOf(tested, { parameters, credential })];
	const workflow = new Workflow({ id: 'w', nodes, connections: {}, active: false, nodeTypes: nodeTypesOf(tested.type) });
	const additionalData = additionalDataFor(credentialsOf(tested, credential), 'none');
	const webhookData = { webhookDescription: description.webhooks?.[0] } as IWebhookData;
	const node = workflow.getNode(description.displayName) as INode;
	const context = new HookContext(workflow, node, additionalData, 'trigger', 'activate', webhookData);
	expect(await webhookMethods.default.checkExists.call(context)).toBe(false);
	expect(await webhookMethods.default.create.call(context)).toBe(true);
}

test.each<[string, Record<string, NodeParameterValueType>, IDataObject | undefined]>([
	['a token', {}, SECRETS],
	['a signature', { authentication: 'signature' }, { callbackKey: 'k' }],
	['no authentication, chosen on purpose', { authentication: 'none' }, undefined],
])('%s: can be published', async (_, parameters, credential) => {
	await publish(parameters, credential);
});

test.each<[string, Record<string, NodeParameterValueType>, IDataObject | undefined, RegExp]>([
	['nothing set', {}, undefined, /'Callback Token'.*'Authentication'.*'None'/],
	['a token that can be guessed', {}, { callbackToken: 'secret' }, /'Callback Token' has only 6 characters/],
	['a token that Huawei takes in no URL', {}, { callbackToken: 'sandbox~callback~token' }, /only letters, digits and - \. _/],
	['no key for the signature', { authentication: 'signature' }, { callbackToken: SECRETS.callbackToken }, /'Callback Key'/],
	['a retry plan that cannot be read', { retryPlan: { hours: {} } }, SECRETS, /'Hours' in 'Retry Plan' is empty/],
	['no address at all', { options: { allowedIps: '' } }, SECRETS, /'Allowed IPs' is empty/],
])('%s: cannot be published', async (_, parameters, credential, message) => {
	await expect(publish(parameters, credential)).rejects.toThrow(message);
});
