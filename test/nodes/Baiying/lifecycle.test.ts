import { HookContext } from 'n8n-core';
import { Workflow, type IDataObject, type INode, type IWebhookData, type NodeParameterValueType } from 'n8n-workflow';
import { BaiyingTrigger } from '../../../nodes/Baiying/BaiyingTrigger.node';
import { additionalDataFor } from '../../support/runNode';
import { nodeTypesOf, testCredentials, triggerNode } from './support/trigger';

/** What n8n does when the workflow is published, and when it is unpublished. */
async function publish(parameters: Record<string, NodeParameterValueType> = {}, credential?: IDataObject): Promise<void> {
	const type = new BaiyingTrigger();
	const nodes = [triggerNode({ parameters, credential })];
	const workflow = new Workflow({ id: 'w', nodes, connections: {}, active: false, nodeTypes: nodeTypesOf(type) });
	const additionalData = additionalDataFor(testCredentials(credential), 'none');
	const webhookData = { webhookDescription: type.description.webhooks?.[0] } as IWebhookData;
	const node = workflow.getNode('Baiying Trigger') as INode;
	const context = new HookContext(workflow, node, additionalData, 'trigger', 'activate', webhookData);
	const { checkExists, create, delete: remove } = type.webhookMethods.default;
	expect(await checkExists.call(context)).toBe(false);
	expect(await create.call(context)).toBe(true);
	expect(await remove.call(context)).toBe(true);
}

test.each<[string, Record<string, NodeParameterValueType>, IDataObject | undefined]>([
	['nothing set', {}, undefined],
	['a token', { authentication: 'callbackToken' }, { token: 'sandbox-callback-token' }],
	['the published addresses', { options: { allowedIps: '120.55.46.3, 42.192.127.32/27' } }, undefined],
	['recording hosts', { options: { recordingHosts: '*.example.com' } }, undefined],
])('%s: can be published', async (_, parameters, credential) => {
	await publish(parameters, credential);
});

test.each<[string, Record<string, NodeParameterValueType>, IDataObject | undefined, RegExp]>([
	['a token is expected, but there is no credential', { authentication: 'callbackToken' }, undefined, /'Token'/],
	['a token is expected, but the credential has none', { authentication: 'callbackToken' }, { appKey: 'k' }, /'Token'/],
	['a signature is expected, but there is no key', { options: { verifySignature: true } }, { token: 'x' }, /'App Key'/],
	['a malformed address', { options: { allowedIps: '1.2.3.4, 1.2.3' } }, undefined, /"1.2.3"/],
	['no address at all', { options: { allowedIps: '' } }, undefined, /'Allowed IPs' is empty/],
	['a malformed recording host', { options: { recordingHosts: 'https://x/y' } }, undefined, /'Recording Hosts'/],
])('%s: cannot be published', async (_, parameters, credential, message) => {
	await expect(publish(parameters, credential)).rejects.toThrow(message);
});
