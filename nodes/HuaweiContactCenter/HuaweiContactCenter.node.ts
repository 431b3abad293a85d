import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { nodeProperties } from '../common/properties';
import { runActions } from '../common/runner';
import { actions } from './actions';
import { connectAgent } from './connect';
import { options } from './options';

export class HuaweiContactCenter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Contact Center',
		name: 'huaweiContactCenter',
		icon: { light: 'file:huaweiContactCenter.svg', dark: 'file:huaweiContactCenter.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Call people with an agent of a Huawei Cloud contact center',
		defaults: { name: 'Huawei Contact Center' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCcGatewayApi', required: true }],
		properties: nodeProperties(actions, { resource: 'call', operations: { call: 'callOut', agent: 'getStatus' } }, options),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, { actions, connect: connectAgent });
	}
}
