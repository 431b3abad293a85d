import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { nodeProperties } from '../common/properties';
import { runActions } from '../common/runner';
import { CALL_WARNING } from '../common/tool';
import { actions } from './actions';
import { connectAgent } from './connect';
import { options } from './options';

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
		credentials: [{ name: 'huaweiCcGatewayApi', required: true }],
		properties: nodeProperties(actions, { resource: 'call', operations: { call: 'callOut', agent: 'getStatus' } }, options),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, { actions, connect: connectAgent });
	}
}
