import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { nodeProperties } from '../common/action/properties';
import { listSearchOf, resourceMappingOf } from '../common/action/resource';
import { CALL_WARNING } from '../common/action/tool';
import { runActions } from '../common/run/runner';
import { authentication, options } from './api/connect';
import { getLines } from './fields';
import { resources } from './resources';

/** Resource and operation come first. */
const properties = nodeProperties(resources, options);
properties.splice(1 + resources.length, 0, authentication);

const DESCRIPTION = 'Let AI robots call customers in jobs, and manage call records, robots, lines and the blacklist';

export class Baiying implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Baiying',
		name: 'baiying',
		icon: { light: 'file:baiying.svg', dark: 'file:baiying.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: DESCRIPTION,
		defaults: { name: 'Baiying' },
		usableAsTool: { replacements: { description: `${DESCRIPTION}. ${CALL_WARNING}` } },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		builderHint: {
			searchHint:
				'Lets AI robots call customers. To start a campaign, use the operation run of the resource job: it takes all input items as customers, creates the job, imports them and starts it, so connect the list directly, without a loop. The results arrive at the trigger, in another workflow.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-call-center.baiyingTrigger', relationHint: 'Starts a workflow with the result of each call, and with the status of jobs' },
			],
		},
		credentials: [
			{ name: 'baiyingOpenPlatformApi', required: true, displayOptions: { show: { authentication: ['openPlatform'] } } },
			{ name: 'baiyingHmacApi', required: true, displayOptions: { show: { authentication: ['hmac'] } } },
		],
		properties,
	};

	methods = { listSearch: listSearchOf(resources), loadOptions: { getLines }, resourceMapping: resourceMappingOf(resources) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, resources);
	}
}
