import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { nodeProperties } from '../common/action/properties';
import { runActions } from '../common/run/runner';
import { CALL_WARNING } from '../common/action/tool';
import { options } from './options';
import { resources } from './resources';

const DESCRIPTION = 'Call people with an agent of a Huawei Cloud contact center';

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
			{ name: 'huaweiCcGatewayApi', required: true, displayOptions: { show: { resource: ['agent', 'call'] } } },
		],
		properties: nodeProperties(resources, options),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, resources);
	}
}
