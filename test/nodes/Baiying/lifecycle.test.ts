import { HookContext } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INode,
	type INodeCredentialDescription,
	type INodeProperties,
	type IWebhookData,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { BaiyingTrigger } from '../../../nodes/Baiying/BaiyingTrigger.node';
import { additionalDataFor } from '../../support/runNode';
import { nodeTypesOf, testCredentials, triggerNode } from './support/trigger';

const TOKEN = { token: 'sandbox-callback-token' };

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
	['a token and nothing else set', {}, TOKEN],
	['a token', { authentication: 'callbackToken' }, TOKEN],
	['no authentication, chosen on purpose', { authentication: 'none' }, undefined],
	['no authentication, with a credential from before', { authentication: 'none' }, TOKEN],
	['a token and a signature', { options: { verifySignature: true } }, { ...TOKEN, appKey: 'k', appSecret: 's' }],
	['the published addresses', { options: { allowedIps: '120.55.46.3, 42.192.127.32/27' } }, TOKEN],
	['recording hosts', { options: { recordingHosts: '*.example.com' } }, TOKEN],
])('%s: can be published', async (_, parameters, credential) => {
	await publish(parameters, credential);
});

test.each<[string, Record<string, NodeParameterValueType>, IDataObject | undefined, RegExp]>([
	['nothing set', {}, undefined, /'Token'.*'Authentication'.*'None'/],
	['a token is expected, but there is no credential', { authentication: 'callbackToken' }, undefined, /'Token'/],
	['a token is expected, but the credential has none', { authentication: 'callbackToken' }, { appKey: 'k' }, /'Token'/],
	['a signature is expected, but there is no key', { options: { verifySignature: true } }, TOKEN, /'App Key'/],
	[
		'a signature is expected, but no token',
		{ authentication: 'none', options: { verifySignature: true } },
		{ appKey: 'k', appSecret: 's' },
		/'Verify Signature'.*'Callback Token'/,
	],
	['a malformed address', { options: { allowedIps: '1.2.3.4, 1.2.3' } }, TOKEN, /"1.2.3"/],
	['no address at all', { options: { allowedIps: '' } }, TOKEN, /'Allowed IPs' is empty/],
	['a retry plan that cannot be read', { retryPlan: { timeZone: 'Peking' } }, TOKEN, /'Time Zone' is "Peking"/],
	['a malformed recording host', { options: { recordingHosts: 'https://x/y' } }, TOKEN, /'Recording Hosts'/],
])('%s: cannot be published', async (_, parameters, credential, message) => {
	await expect(publish(parameters, credential)).rejects.toThrow(message);
});

test.each<[Record<string, NodeParameterValueType>, { credential: boolean; notice: boolean }]>([
	[{}, { credential: true, notice: false }],
	[{ authentication: 'callbackToken' }, { credential: true, notice: false }],
	[{ authentication: 'none' }, { credential: false, notice: true }],
])('with %j the editor asks for the credential, or warns about having none', (given, expected) => {
	const { description } = new BaiyingTrigger();
	const { properties, credentials = [] } = description;
	const parameters = NodeHelpers.getNodeParameters(properties, given, true, false, null, description) ?? {};
	const isShown = (part: INodeProperties | INodeCredentialDescription) => NodeHelpers.displayParameter(parameters, part, null, description);
	const notices = properties.filter(({ type, displayName }) => type === 'notice' && /[Aa]nybody who knows/.test(displayName));
	expect({ credential: credentials.some((one) => one.required && isShown(one)), notice: notices.some(isShown) }).toEqual(expected);
});
