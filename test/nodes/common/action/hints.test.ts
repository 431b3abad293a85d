import { Workflow, type INodeParameters, type INodeType, type INodeTypes, type NodeHint } from 'n8n-workflow';
import { AlibabaCloudCallCenter } from '../../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { resources as alibabaResources } from '../../../../nodes/AlibabaCloudCallCenter/resources';
import { Baiying } from '../../../../nodes/Baiying/Baiying.node';
import { resources as baiyingResources } from '../../../../nodes/Baiying/resources';
import { HuaweiContactCenter } from '../../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { resources as huaweiResources } from '../../../../nodes/HuaweiContactCenter/resources';
import type { Resource } from '../../../../nodes/common/action/resource';
import { isShownFor, operations } from '../../../support/walk';

/** Whether n8n's editor shows the hint of a node that has not run: as its `getNodeHints` does, which nothing exports. */
function isShown(type: INodeType, { displayCondition = '' }: NodeHint, parameters: INodeParameters): boolean {
	const nodeTypes: INodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const nodes = [{ id: '1', name: 'Node', type: 'tested', typeVersion: 1, position: [0, 0] as [number, number], parameters }];
	const workflow = new Workflow({ nodes, connections: {}, active: false, nodeTypes });
	const value: unknown = workflow.expression.getParameterValue(displayCondition, null, 0, 0, 'Node', [], 'manual', {});
	if (typeof value !== 'boolean') throw new Error(`The editor ignores the hint, because its condition is ${String(value)}`);
	return value;
}

const messagesOf = (type: INodeType, parameters: INodeParameters) => (type.description.hints ?? []).filter((hint) => isShown(type, hint, parameters)).map(({ message }) => message);

const ONCE = /A new execution calls the same people again\..*'Only Once per Key'/;
const SURVEY = /the agent hangs up/;

const alibaba = new AlibabaCloudCallCenter();
const huawei = new HuaweiContactCenter();

describe('the hint at Only Once per Key', () => {
	it.each<[string, INodeType, string, string]>([
		['Alibaba', alibaba, 'call', 'startBack2BackCall'],
		['Alibaba', alibaba, 'call', 'makeCall'],
		['Huawei', huawei, 'call', 'callOut'],
		['Huawei', huawei, 'twoPartyCall', 'create'],
		['Huawei', huawei, 'campaignNumber', 'add'],
	])('shows for %s, %#, until there is a key', (_, type, resource, operation) => {
		expect(messagesOf(type, { resource, operation })).toEqual([expect.stringMatching(ONCE)]);
		expect(messagesOf(type, { resource, operation, options: {} })).toEqual([expect.stringMatching(ONCE)]);
		expect(messagesOf(type, { resource, operation, options: { onceKey: '={{ $json.phone }}' } })).toEqual([]);
	});

	it.each<[INodeType, string, string]>([
		[alibaba, 'call', 'holdCall'],
		[alibaba, 'callRecord', 'listCallDetailRecordsV2'],
		[alibaba, 'api', 'request'],
		[huawei, 'call', 'hangUp'],
		[huawei, 'campaign', 'create'],
		[huawei, 'configuration', 'getManyAgents'],
	])('does not show for an operation that calls nobody, %#', (type, resource, operation) => {
		expect(messagesOf(type, { resource, operation })).toEqual([]);
	});
});

it('says that a survey ends the conversation, and nowhere else', () => {
	expect(messagesOf(alibaba, { resource: 'call', operation: 'launchSurvey' })).toEqual([expect.stringMatching(SURVEY)]);
	const others = operations(alibaba.description.properties).filter(({ value }) => value !== 'launchSurvey');
	expect(others.filter(({ resource, value }) => messagesOf(alibaba, { resource, operation: value }).some((message) => SURVEY.test(message)))).toEqual([]);
});

it.each([
	['Alibaba', alibaba, alibabaResources],
	['Baiying', new Baiying(), baiyingResources],
	['Huawei', huawei, huaweiResources],
] as Array<[string, INodeType, Resource[]]>)('%s: no hint shows for an operation that only reads', (_, type, resources) => {
	const reads = resources.flatMap(({ value: resource, actions }) => actions.flatMap(({ operation, effect }) => (effect === 'read' ? [{ resource, operation }] : [])));
	expect(reads.length).toBeGreaterThan(5);
	expect(reads.filter((parameters) => messagesOf(type, parameters).length > 0)).toEqual([]);
});

describe('an ID of a contact flow that is not from the list', () => {
	function hintsOf(mode: string, resource: string, operation: string): Array<string | undefined> {
		const flows = alibaba.description.properties.filter((property) => property.name === 'contactFlowId' && isShownFor(property, resource, operation));
		return flows.map(({ modes = [] }) => modes.find(({ name }) => name === mode)?.hint);
	}

	it.each([
		['call', 'startPredictiveCall'],
		['call', 'launchAuthentication'],
		['call', 'launchSurvey'],
		['campaign', 'createCampaign'],
	])('is doubted: %s, %s', (resource, operation) => {
		expect(hintsOf('id', resource, operation)).toEqual([expect.stringMatching(/wrong (?:ID|one)/)]);
		expect(hintsOf('list', resource, operation)).toEqual([undefined]);
	});

	it('is not doubted where the flow is only read', () => {
		expect(hintsOf('id', 'contactFlow', 'getContactFlow')).toEqual([undefined]);
	});
});
