import { randomUUID } from 'node:crypto';
import axios from 'axios';
import type { IDataObject, INode } from 'n8n-workflow';
import { itemsOf, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { node, openBench, using, type Bench } from './bench';

const TOKEN = 'sandbox-callback-token';

let bench: Bench;

beforeAll(async () => {
	bench = await openBench({ speed: 1 });
});
afterAll(async () => await bench.close());

/** A published workflow that starts with the trigger. */
async function publish(trigger: INode): Promise<SavedWorkflow> {
	const connections = { [trigger.name]: { main: [[{ node: 'Done', type: 'main' as const, index: 0 }]] } };
	const nodes = [trigger, node('Done', 'n8n-nodes-base.noOp', {})];
	const workflow = await bench.n8n.createWorkflow({ name: trigger.name, nodes, connections, settings: { executionOrder: 'v1' } });
	await bench.n8n.publish(workflow);
	return workflow;
}

async function runsOf(workflow: SavedWorkflow, count: number): Promise<IDataObject[]> {
	const executions = await bench.n8n.waitForExecutions(workflow.id, count);
	return executions.flatMap((execution) => itemsOf(execution, 'Done').map(({ json }) => json));
}

/** N8n answers before its triggers run, and before they have ended. */
async function eventually(condition: () => boolean): Promise<void> {
	const deadline = Date.now() + 20_000;
	while (!condition()) {
		if (Date.now() > deadline) throw new Error(`still not: ${condition.toString()}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

test('campaign results that Huawei pushes: one run, one item each, and the answer that Huawei wants', async () => {
	const data = { baseUrl: 'http://127.0.0.1:1', appKey: 'key', appSecret: 'secret', callbackToken: TOKEN, callbackKey: '' };
	const credential = await bench.n8n.createCredential('Huawei AICC', 'huaweiAiccApi', data);
	const settings = { ...using(credential), webhookId: randomUUID() };
	const workflow = await publish(node('Pushed', 'n8n-nodes-call-center.huaweiContactCenterCallbackTrigger', { options: {} }, settings));
	const results = ['1645074606-1', '1645074606-2'].map((callId) => ({ campaignId: '1405893', called: '13720000000', callStatus: '6', failCode: '00000', callId }));
	const post = async (query: string) => await axios.post<unknown>(`${bench.n8n.webhookUrl(workflow)}${query}`, results, { proxy: false, validateStatus: () => true });

	expect((await post('?wrong-callback-token')).status).toBe(401);
	const answer = await post(`?${TOKEN}`);
	expect([answer.status, answer.data]).toEqual([200, { retCode: '0', retMsg: 'success' }]);
	expect((await post(`?${TOKEN}`)).status).toBe(200);
	expect(await runsOf(workflow, 1)).toMatchObject([
		{ event: 'campaignResult', callId: '1645074606-1', callResult: 'answered' },
		{ event: 'campaignResult', callId: '1645074606-2', callResult: 'answered' },
	]);
});

test("an agent's events: the agent is signed in while the workflow is published", async () => {
	const { huawei } = bench.sandbox;
	const credential = await bench.credential('huaweiCcGatewayApi');
	const parameters = { events: ['callAlerting'], agentState: 'ready', options: {} };
	const workflow = await publish(node('Agent', 'n8n-nodes-call-center.huaweiContactCenterTrigger', parameters, using(credential)));
	await eventually(() => huawei.agents()[0]?.signedIn === true);
	huawei.tell('291', 'AgentEvent_Ringing', { callid: '1-1', caller: '13720000000' });
	expect(await runsOf(workflow, 1)).toMatchObject([{ event: 'callAlerting', agentId: '291', callId: '1-1', content: { callerNumber: '13720000000' } }]);
	// An agent stays signed in as long as a call rings.
	huawei.tell('291', 'AgentEvent_Call_Release', { callid: '1-1' });
	await bench.n8n.unpublish(workflow);
	await eventually(() => huawei.agents()[0]?.signedIn === false);
	expect(huawei.agents()[0]).toMatchObject({ pollsInFlight: 0 });
});
