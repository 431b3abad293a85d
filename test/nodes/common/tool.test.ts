import { NodeHelpers, type INodeParameters, type INodeType } from 'n8n-workflow';
import { AlibabaCloudCallCenter } from '../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { HuaweiContactCenter } from '../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';

const WARNING = /real people.*costs money.*unknown.*do not repeat/;

/** The parameters that n8n keeps of the node, or of the tool that n8n makes of it. */
function kept({ description }: INodeType, parameters: INodeParameters, suffix = ''): INodeParameters {
	const type = { ...description, name: `${description.name}${suffix}` };
	const node = { name: 'Test', type: type.name, typeVersion: 1, id: 'test', position: [0, 0] as [number, number], parameters };
	return NodeHelpers.getNodeParameters(type.properties, parameters, true, false, node, type) ?? {};
}

it.each([
	['Alibaba', new AlibabaCloudCallCenter(), 'startBack2BackCall', /^Start back-to-back call\. Ring the caller first/],
	['Huawei', new HuaweiContactCenter(), 'callOut', /^Call out with agent\. Ring the agent's phone/],
] as const)('%s: a model learns what the tool does, and is warned', (_, node, operation, text) => {
	const { toolDescription } = kept(node, { resource: 'call', operation }, 'Tool');
	expect(toolDescription).toMatch(text);
	expect(toolDescription).toMatch(WARNING);
	expect(kept(node, { resource: 'call', operation })).not.toHaveProperty('toolDescription');
	expect(node.description.usableAsTool).toMatchObject({ replacements: { description: expect.stringMatching(WARNING) } });
});

it('does not warn of an operation that calls nobody', () => {
	const parameters = { resource: 'callRecord', operation: 'listCallDetailRecordsV2' };
	const { toolDescription } = kept(new AlibabaCloudCallCenter(), parameters, 'Tool');
	expect(toolDescription).toBe('Get many call records. Get the records of past calls: who, when, how long and how each one ended.');
});

it('has no options for many items in a tool, which gets one at a time', () => {
	const options = { concurrency: 3, requestsPerSecond: 2, timeoutSeconds: 5 };
	const parameters = { resource: 'call', operation: 'startBack2BackCall', options };
	expect(kept(new AlibabaCloudCallCenter(), parameters).options).toEqual(options);
	expect(kept(new AlibabaCloudCallCenter(), parameters, 'Tool').options).toEqual({ timeoutSeconds: 5 });
});
