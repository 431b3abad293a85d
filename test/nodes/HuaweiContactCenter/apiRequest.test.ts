import type { INode } from 'n8n-workflow';
import { HuaweiCcGatewayApi } from '../../../credentials/HuaweiCcGatewayApi.credentials';
import { HuaweiContactCenter } from '../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { sessions } from '../../../nodes/HuaweiContactCenter/session/registry';
import { startHuawei, type HuaweiVendor } from '../../../sandbox/huawei';
import { createWorld, type World } from '../../../sandbox/world';
import { runNode, type NodeRun } from '../../support/runNode';
import { eventually, PASSWORD } from './agents';

let world: World;
let vendor: HuaweiVendor;

beforeEach(async () => {
	world = createWorld({ speed: 50 });
	vendor = await startHuawei(world);
});
afterEach(async () => {
	try {
		await eventually(() => sessions.size === 0);
	} finally {
		await vendor.close();
	}
});

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };

async function request(parameters: Record<string, string>): Promise<NodeRun> {
	const data = { baseUrl: vendor.url, agentId: '291', password: PASSWORD, phoneNumber: '40038', takeOverSession: true };
	return await runNode({
		type: new HuaweiContactCenter(),
		credentials: [{ type: new HuaweiCcGatewayApi(), data }],
		parameters: { resource: 'api', operation: 'request', authentication: 'agentSession', ...parameters },
		settings: goOn,
	});
}

const CALL_OUT = { httpMethod: 'PUT', path: '/agentgateway/resource/voicecall/{agentId}/callout', body: '{ "called": "13720000000" }' };

it("asks in the agent's session, and signs the agent out", async () => {
	const { json } = await request({ httpMethod: 'GET', path: '/agentgateway/resource/onlineagent/{agentId}/agentstatus' });
	expect(json[0]).toMatchObject({ retcode: '0', result: { agentState: expect.anything() } });
	expect(vendor.requests.map(({ operation }) => operation)).toContain('logout');
});

it('repeats a read whose answer was lost, and nothing else', async () => {
	for (const operation of ['agentStatus', 'callout']) world.faults.add({ vendor: 'huawei', operation, kind: 'cutBefore' });
	const sent = (operation: string) => vendor.requests.filter((one) => one.operation === operation).length;
	expect((await request({ httpMethod: 'GET', path: '/agentgateway/resource/onlineagent/{agentId}/agentstatus' })).json[0]).toMatchObject({ retcode: '0' });
	expect((await request(CALL_OUT)).json[0]).toMatchObject({ details: { outcome: 'unknown' } });
	expect([sent('agentStatus'), sent('callout')]).toEqual([2, 1]);
});

it('says where a session is good', async () => {
	const { json } = await request({ httpMethod: 'GET', path: '/apiaccess/rest/cc-management/v1/skill/querySkills' });
	expect(json[0]).toMatchObject({ error: expect.stringContaining('good only for paths that begin with /agentgateway/resource/') });
	expect(vendor.requests).toEqual([]);
});
