import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';
import { HuaweiContactCenter } from '../../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { startAicc, type AiccVendor } from '../../../../sandbox/huawei/aicc';
import { createWorld, type World } from '../../../../sandbox/world';
import { searchList } from '../../../support/searchList';
import { aiccCredential } from './support';

const type = new HuaweiContactCenter();
let world: World;
let vendor: AiccVendor;

beforeAll(async () => {
	world = createWorld();
	vendor = await startAicc(world);
});
afterAll(async () => await vendor.close());

const parameters = { resource: 'twoPartyCall', operation: 'create' };

test.each<[string, string, string]>([
	['searchAccessCodes', 'hot', 'Service hotline (02160000000)'],
	['searchAgents', 'zhang', 'Zhang San (291)'],
	['searchSoftphones', '', 'Zhang San (40038)'],
	['searchVoiceTemplates', 'deliv', 'delivery (1226170940666061826)'],
])('%s finds "%s"', async (method, filter, name) => {
	const { results } = await searchList(type, method, aiccCredential(vendor), parameters, filter);
	expect(results[0]?.name).toBe(name);
});

test('a list that is refused says why', async () => {
	world.faults.add({ vendor: 'huawei', operation: 'queryAgents', kind: 'refuse' });
	await expect(searchList(type, 'searchAgents', aiccCredential(vendor), parameters)).rejects.toThrow(/HTTP status 403/);
});

function credentialsFor(given: INodeParameters): string[] {
	const { description } = type;
	const all = NodeHelpers.getNodeParameters(description.properties, given, true, false, null, description) as INodeParameters;
	const node = { parameters: all, typeVersion: 1 } as INode;
	const shown = (description.credentials ?? []).filter((credential) => NodeHelpers.displayParameter(all, credential, node, description));
	return shown.map(({ name }) => name);
}

test.each<[INodeParameters, string[]]>([
	[{ resource: 'call', operation: 'callOut' }, ['huaweiCcGatewayApi']],
	[{ resource: 'agent', operation: 'getStatus' }, ['huaweiCcGatewayApi']],
	[parameters, ['huaweiAiccApi']],
	[{ resource: 'voiceNotification', operation: 'create' }, ['huaweiAiccApi']],
	[{ resource: 'configuration', operation: 'getManySkills' }, ['huaweiAiccApi']],
	[{ resource: 'api', operation: 'request' }, ['huaweiAiccApi']],
	[{ resource: 'api', operation: 'request', authentication: 'agentSession' }, ['huaweiCcGatewayApi']],
])('%j asks for %j', (given, names) => {
	expect(credentialsFor(given)).toEqual(names);
});
