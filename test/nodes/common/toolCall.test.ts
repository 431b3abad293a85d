import type { INode } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import type { FaultKind } from '../../../sandbox/faults';
import type { NodeToRun } from '../../support/runNode';
import { AgentExecution, toolOf } from '../../support/toolCall';
import { KEY, START, start, vendor, world } from '../AlibabaCloudCallCenter/support';

const CUSTOMER = { phone: '13720000000' };
const OTHER = { phone: '13720000001' };
const UNKNOWN = /phones may have rung/;

beforeEach(async () => await start());
afterEach(async () => await vendor.close());

function tool(settings: Partial<INode> = {}): NodeToRun {
	return {
		type: new AlibabaCloudCallCenter(),
		credentials: [{ type: new AlibabaCloudAccessKeyApi(), data: { ...KEY, endpoint: vendor.url } }],
		parameters: { ...START, callee: "={{ $fromAI('phone') }}" },
		settings,
	};
}

function fault(kind: FaultKind, times = 1): void {
	world.faults.add({ vendor: 'alibaba', kind, times });
}

function placed(): string[] {
	return vendor.calls().map(({ callee }) => callee);
}

describe('a tool of an AI agent whose calls are runs of the engine', () => {
	it('calls the number that the model names, and again when the model wants another call', async () => {
		const agent = new AgentExecution(tool());
		expect(await agent.call(CUSTOMER)()).toMatchObject([{ jobId: expect.any(String) }]);
		expect(await agent.call(CUSTOMER)()).toMatchObject([{ jobId: expect.any(String) }]);
		expect(placed()).toHaveLength(2);
	});

	it('does not call again when the model repeats a call whose outcome is unknown', async () => {
		fault('cutAfter');
		const agent = new AgentExecution(tool());
		await expect(agent.call(CUSTOMER)()).rejects.toThrow(UNKNOWN);
		await expect(agent.call(CUSTOMER)()).rejects.toThrow(UNKNOWN);
		expect(placed()).toHaveLength(1);
		expect(await agent.call(OTHER)()).toMatchObject([{ jobId: expect.any(String) }]);
	});

	it('does not call again when it continues on error', async () => {
		fault('cutAfter');
		const agent = new AgentExecution(tool({ onError: 'continueRegularOutput' }));
		const unknown = [{ error: expect.stringMatching(UNKNOWN), details: { outcome: 'unknown' } }];
		expect(await agent.call(CUSTOMER)()).toMatchObject(unknown);
		expect(await agent.call(CUSTOMER)()).toMatchObject(unknown);
		expect(placed()).toHaveLength(1);
	});

	it('does not call again in the next try of the same call', async () => {
		fault('cutAfter');
		const attempt = new AgentExecution(tool()).call(CUSTOMER);
		await expect(attempt()).rejects.toThrow(UNKNOWN);
		await expect(attempt()).rejects.toThrow(UNKNOWN);
		expect(placed()).toHaveLength(1);
	});

	it('does not call again after the execution was stored and loaded', async () => {
		fault('cutAfter');
		const agent = new AgentExecution(tool());
		await expect(agent.call(CUSTOMER)()).rejects.toThrow(UNKNOWN);
		await expect(agent.resumed().call(CUSTOMER)()).rejects.toThrow(UNKNOWN);
		expect(placed()).toHaveLength(1);
	});

	it('calls once when two identical calls run in parallel and both answers are lost', async () => {
		fault('cutAfter', 2);
		const agent = new AgentExecution(tool());
		const ended = await Promise.allSettled([agent.call(CUSTOMER)(), agent.call(CUSTOMER)()]);
		expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(placed()).toHaveLength(1);
	});

	it('calls again after a call that was refused', async () => {
		fault('refuse');
		const agent = new AgentExecution(tool());
		await expect(agent.call(CUSTOMER)()).rejects.toThrow();
		expect(await agent.call(CUSTOMER)()).toMatchObject([{ jobId: expect.any(String) }]);
		expect(placed()).toHaveLength(1);
	});

	it('returns the earlier result when n8n runs one call of the model twice', async () => {
		const agent = new AgentExecution(tool());
		const first = await agent.call(CUSTOMER, 'call-1')();
		expect(await agent.resumed().call(CUSTOMER, 'call-1')()).toEqual(first);
		expect(placed()).toHaveLength(1);
	});

	it('calls two customers although the model gives both calls the same ID', async () => {
		const agent = new AgentExecution(tool());
		await agent.call(CUSTOMER, 'call-1')();
		await agent.call(OTHER, 'call-1')();
		expect(placed()).toEqual([CUSTOMER.phone, OTHER.phone]);
	});
});

describe('a tool of a sub-agent or an older AI agent, which calls it directly', () => {
	it('calls once when two identical calls run in parallel and both answers are lost', async () => {
		fault('cutAfter', 2);
		const dial = toolOf(tool());
		const ended = await Promise.allSettled([dial(CUSTOMER), dial(CUSTOMER)]);
		expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(placed()).toHaveLength(1);
	});

	it('calls again when the model wants another call', async () => {
		const dial = toolOf(tool());
		await dial(CUSTOMER);
		await dial(CUSTOMER);
		expect(placed()).toHaveLength(2);
	});
});
