import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { nodeProperties } from '../common/action/properties';
import { listSearchOf } from '../common/action/resource';
import { runActions } from '../common/run/runner';
import { CALL_WARNING } from '../common/action/tool';
import { options } from './options';
import { iSalesResources, resources } from './resources';

const DESCRIPTION = 'Call people with an agent or in campaigns of a Huawei Cloud contact center';

const CAMPAIGN_RESOURCES = iSalesResources.map(({ value }) => value);

export class HuaweiContactCenter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Contact Center',
		name: 'huaweiContactCenter',
		icon: { light: 'file:huaweiContactCenter.svg', dark: 'file:huaweiContactCenter.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: DESCRIPTION,
		defaults: { name: 'Huawei Contact Center' },
		usableAsTool: { replacements: { description: `${DESCRIPTION}. ${CALL_WARNING}` } },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'huaweiCcGatewayApi', required: true, displayOptions: { hide: { resource: CAMPAIGN_RESOURCES } } },
			{ name: 'huaweiCcApi', required: true, displayOptions: { show: { resource: CAMPAIGN_RESOURCES } } },
		],
		properties: nodeProperties(resources, options),
	};

	methods = { listSearch: listSearchOf(resources) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, resources);
	}
}
