import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { CALLING_ADVICE, WAIT_NODE } from '../common/action/builderHints';
import { onceKeyHint } from '../common/action/hints';
import { nodeProperties } from '../common/action/properties';
import { listSearchOf, resourceMappingOf } from '../common/action/resource';
import { CALL_WARNING } from '../common/action/tool';
import { runActions } from '../common/run/runner';
import { options } from './api/connect';
import { resources } from './resources';
import { surveyHint } from './resources/call/launchSurvey';

const DESCRIPTION = 'Start, control and supervise phone calls, run campaigns, and manage agents, numbers and call records';

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
		builderHint: {
			searchHint:
				`Places and controls calls in Alibaba Cloud Call Center (CCC), and reads its records and recordings. ${CALLING_ADVICE}`,
			relatedNodes: [
				{ nodeType: 'n8n-nodes-call-center.alibabaCloudCallCenterTrigger', relationHint: 'Starts a workflow when a call has ended or its recording is ready, also for the calls of campaigns' },
				WAIT_NODE,
			],
		},
		hints: [onceKeyHint(resources), surveyHint],
		credentials: [{ name: 'alibabaCloudAccessKeyApi', required: true }],
		properties: nodeProperties(resources, options),
	};

	methods = { listSearch: listSearchOf(resources), resourceMapping: resourceMappingOf(resources) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, resources);
	}
}
