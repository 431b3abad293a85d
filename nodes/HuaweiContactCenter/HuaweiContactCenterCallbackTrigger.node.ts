import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { addressListFault } from '../common/trigger/allowedIps';
import { retryPlanFault } from '../common/trigger/retryPlan';
import { answered, unlessFaulty } from '../common/trigger/webhook';
import { needsSecrets, secretFault, secretStore } from './callback/credential';
import { properties } from './callback/properties';
import { receiveCallback } from './callback/receive';
import { readSettings } from './callback/settings';

/** Why the trigger would refuse every callback with its settings, as a sentence; undefined when they are in order. */
async function settingsFault(node: IHookFunctions): Promise<string | undefined> {
	const settings = readSettings(node);
	return secretFault(settings, await secretStore.read(node, needsSecrets(settings))) ?? addressListFault(settings.allowedIps) ?? retryPlanFault(node);
}

/** Starts a workflow on what Huawei pushes: two-party calls, voice notifications and the results of campaigns. */
export class HuaweiContactCenterCallbackTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Contact Center Callback Trigger',
		name: 'huaweiContactCenterCallbackTrigger',
		icon: { light: 'file:huaweiContactCenter.svg', dark: 'file:huaweiContactCenter.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["events"].length === 4 ? "all callbacks" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Huawei reports a two-party call, a voice notification or the results of a campaign',
		eventTriggerDescription: 'Waiting for Huawei to send a callback to the Test URL',
		activationMessage: 'Now use the Production URL with ? and the callback token as the callback URL of your calls and campaigns.',
		defaults: { name: 'Huawei Contact Center Callback Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		builderHint: {
			searchHint:
				'Starts a workflow when Huawei reports a two-party call, a voice notification or results of a campaign, with callResult and tryAgain. Its production URL with ? and the callback token must be the callback URL of these calls.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-call-center.huaweiContactCenter', relationHint: 'Places the calls and creates the campaigns whose results arrive here' },
			],
		},
		credentials: [
			{
				name: 'huaweiAiccApi',
				required: true,
				displayOptions: { show: { authentication: ['callbackToken', 'signature'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n answers "firstEntryJson" instead of what the node returns.
				responseData: '',
				path: 'webhook',
			},
		],
		triggerPanel: {
			header: 'Receive callbacks from Huawei',
			executionsHelp: {
				inactive:
					'<b>To try it out</b>, click the button, then post a saved callback to the Test URL with <code>?</code> and the callback token.<br /><br /><b>For production</b>, publish the workflow and use the Production URL with <code>?</code> and the callback token as the callback URL of your calls and campaigns.',
				active:
					'<b>To try it out</b>, click the button, then post a saved callback to the Test URL with <code>?</code> and the callback token.<br /><br /><b>In production</b>, Huawei calls the Production URL. Those runs appear in the <a data-key="executions">executions list</a>, not here.',
			},
			activationHint: 'Publish the workflow, then use the Production URL with ? and the callback token as the callback URL.',
		},
		properties,
	};

	/** The callback URL travels with each call and each campaign or is typed into the console: there is nothing to look up or create. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},

			async create(this: IHookFunctions): Promise<boolean> {
				return unlessFaulty(this, await settingsFault(this));
			},

			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answered(this, receiveCallback);
	}
}
