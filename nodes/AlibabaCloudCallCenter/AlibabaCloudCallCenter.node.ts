import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { concurrency, readOptions, requestsPerSecond, timeoutSeconds } from '../common/options';
import { nodeProperties } from '../common/properties';
import { runActions } from '../common/runner';
import { CALL_WARNING } from '../common/tool';
import { actions } from './actions';
import { listSearch } from './listSearch';
import { connectCcc } from './transport';

const options = { concurrency, requestsPerSecond, timeoutSeconds: timeoutSeconds(30) };

const DESCRIPTION = 'Connect two people by phone, press keys in calls, launch satisfaction surveys and read call records';

export class AlibabaCloudCallCenter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud Call Center',
		name: 'alibabaCloudCallCenter',
		icon: { light: 'file:alibabaCloudCallCenter.svg', dark: 'file:alibabaCloudCallCenter.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: DESCRIPTION,
		defaults: { name: 'Alibaba Cloud Call Center' },
		usableAsTool: { replacements: { description: `${DESCRIPTION}. ${CALL_WARNING}` } },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'alibabaCloudAccessKeyApi', required: true }],
		properties: nodeProperties(
			actions,
			{ resource: 'call', operations: { call: 'startBack2BackCall', callRecord: 'listCallDetailRecordsV2' } },
			options,
		),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, {
			actions,
			connect: async (context) => {
				const { timeoutSeconds: seconds, ...pace } = readOptions(options, context);
				return { client: await connectCcc(context, seconds * 1000), ...pace };
			},
		});
	}
}
