import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { testCallbackCredential } from './trigger/credential';
import { properties } from './trigger/properties';
import { receiveCallback } from './trigger/receive';
import { refuse } from './trigger/refusal';
import { settingsFault } from './trigger/settingsFault';

/** Starts a workflow when Baiying reports the end of a call, a new job status or a changed intention grade. */
export class BaiyingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Baiying Trigger',
		name: 'baiyingTrigger',
		icon: { light: 'file:baiying.svg', dark: 'file:baiying.dark.svg' },
		group: ['trigger'],
		// For the number 1, and only for that, n8n evaluates an expression of its own for each callback, which takes about 5 ms.
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle: '={{ $parameter["events"].length === 5 ? "all callbacks" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Baiying reports a completed call, a job status or a changed intention grade',
		eventTriggerDescription: 'Waiting for Baiying to send a callback to the Test URL',
		activationMessage:
			'Now Baiying has to know the Production URL: paste it in the Baiying CRM under 系统管理 → 系统设置 → API配置.',
		defaults: { name: 'Baiying Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'baiyingCallbackApi',
				required: false,
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
			header: 'Receive callbacks of Baiying',
			executionsHelp: {
				inactive:
					'<b>To try it out</b>, click the button, then send a callback to the Test URL: Baiying keeps one address per kind of callback, so rather post a saved one yourself than change the address in the CRM.<br /><br /><b>For real</b>, publish the workflow and paste the Production URL in the Baiying CRM under 系统管理 → 系统设置 → API配置. Call records and job status have an address field each; this URL may stand in both. With a callback token, add <code>?token=…</code> to it.',
				active:
					'<b>To try it out</b>, click the button, then post a saved callback to the Test URL.<br /><br /><b>For real</b>, Baiying calls the Production URL, which stands in the Baiying CRM under 系统管理 → 系统设置 → API配置. These runs show up in the <a data-key="executions">executions list</a>, not here.',
			},
			activationHint:
				'Once the workflow is published, paste the Production URL in the Baiying CRM under 系统管理 → 系统设置 → API配置.',
		},
		properties,
	};

	methods = { credentialTest: { callbackCredentialTest: testCallbackCredential } };

	/** Baiying has no API to register an address, so there is nothing to look up, create or delete there. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},

			async create(this: IHookFunctions): Promise<boolean> {
				const fault = await settingsFault(this);
				if (fault !== undefined) throw new NodeOperationError(this.getNode(), fault);
				return true;
			},

			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		try {
			return await receiveCallback(this);
		} catch (error) {
			// n8n would answer a throw with a stack trace; any answer but success makes Baiying send it again.
			this.logger.error('Baiying Trigger could not process a callback', { error });
			return refuse(this, { status: 500, reason: 'n8n could not process the callback. Send it again later' });
		}
	}
}
