import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { CALLING_ADVICE, WAIT_NODE } from '../common/action/builderHints';
import { onceKeyHint } from '../common/action/hints';
import { nodeProperties } from '../common/action/properties';
import { listSearchOf } from '../common/action/resource';
import { runActions } from '../common/run/runner';
import { CALL_WARNING } from '../common/action/tool';
import { aiccOptions } from './aicc/connect';
import { getVoices } from './aicc/fields';
import { credentials } from './credentials';
import { options } from './options';
import { resources } from './resources';

const DESCRIPTION = 'Call people with a Huawei Cloud contact center, with an agent, without one or in campaigns, and read its configuration';

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
		builderHint: {
			searchHint:
				`Calls people with a Huawei Cloud contact center. Resource call needs an agent; twoPartyCall, voiceNotification and campaign need none. If agent calls are in a loop, turn on options.keepSignedIn. ${CALLING_ADVICE}`,
			relatedNodes: [
				{ nodeType: 'n8n-nodes-call-center.huaweiContactCenterCallbackTrigger', relationHint: 'Starts a workflow with the results of two-party calls, voice notifications and campaigns' },
				{ nodeType: 'n8n-nodes-call-center.huaweiContactCenterTrigger', relationHint: 'Starts a workflow when a call of an agent rings, is answered or ends' },
				WAIT_NODE,
			],
		},
		hints: [onceKeyHint(resources)],
		credentials,
		properties: nodeProperties(resources, { ...options, ...aiccOptions }),
	};

	methods = { listSearch: listSearchOf(resources), loadOptions: { getVoices } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, resources);
	}
}
