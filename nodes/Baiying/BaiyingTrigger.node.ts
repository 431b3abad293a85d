import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { answered, unlessFaulty } from '../common/trigger/webhook';
import { testCallbackCredential } from './trigger/credential';
import { properties } from './trigger/properties';
import { receiveCallback } from './trigger/receive';
import { settingsFault } from './trigger/settingsFault';

/** Starts a workflow when Baiying reports a completed call, a job status or a changed intention grade. */
export class BaiyingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Baiying Trigger',
		name: 'baiyingTrigger',
		icon: { light: 'file:baiying.svg', dark: 'file:baiying.dark.svg' },
		group: ['trigger'],
		// With version 1, n8n evaluates an expression of its own for each callback, which takes about 5 ms.
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle: '={{ $parameter["events"].length === 5 ? "all callbacks" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Baiying reports a completed call, a job status or a changed intention grade',
		eventTriggerDescription: 'Waiting for Baiying to send a callback to the Test URL',
		activationMessage:
			'Now paste the Production URL with the token into the Baiying CRM under 系统管理 → 系统设置 → API配置.',
		defaults: { name: 'Baiying Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		builderHint: {
			searchHint:
				'Starts a workflow for each call that a robot has completed, with callResult, tryAgain, the intention grade and the transcript. Its production URL with ?token= and the token must be entered at Baiying by hand. On a node behind it that calls people, set options.onceKey to deliveryId.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-call-center.baiying', relationHint: 'Starts the jobs whose results arrive here' },
				{ nodeType: 'n8n-nodes-call-center.alibabaCloudCallCenter', relationHint: 'Connects customers who show interest to a salesperson' },
				{ nodeType: 'n8n-nodes-call-center.huaweiContactCenter', relationHint: 'Connects customers who show interest to a salesperson' },
			],
		},
		credentials: [
			{
				name: 'baiyingCallbackApi',
				required: true,
				displayOptions: { show: { authentication: ['callbackToken'] } },
				testedBy: 'callbackCredentialTest',
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
			header: 'Receive callbacks from Baiying',
			executionsHelp: {
				inactive:
					'<b>To try it out</b>, click the button, then post a saved callback to the Test URL with <code>?token=…</code>. Leave the URL in the CRM alone, because Baiying keeps only one per kind of callback.<br /><br /><b>For production</b>, publish the workflow and paste the Production URL with <code>?token=…</code> into the Baiying CRM under 系统管理 → 系统设置 → API配置. The CRM has one field for call records and one for job status. You can use the same URL in both.',
				active:
					'<b>To try it out</b>, click the button, then post a saved callback to the Test URL with <code>?token=…</code>.<br /><br /><b>In production</b>, Baiying calls the Production URL that you pasted into the Baiying CRM under 系统管理 → 系统设置 → API配置. Those runs appear in the <a data-key="executions">executions list</a>, not here.',
			},
			activationHint:
				'Publish the workflow, then paste the Production URL with the token into the Baiying CRM under 系统管理 → 系统设置 → API配置.',
		},
		properties,
	};

	methods = { credentialTest: { callbackCredentialTest: testCallbackCredential } };

	/** Baiying has no API to register a callback URL, so there is nothing to look up, create or delete. */
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
