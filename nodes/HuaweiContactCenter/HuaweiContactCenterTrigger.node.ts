import { NodeConnectionTypes, type INodeType, type INodeTypeDescription, type ITriggerFunctions, type ITriggerResponse } from 'n8n-workflow';
import { sessions } from './session/registry';
import { properties } from './trigger/properties';
import { nodeErrorOf } from './trigger/report';
import { readSettings, type Settings } from './trigger/settings';
import { AgentWatch, WATCH_TIMING } from './trigger/watch';

function settingsOf(context: ITriggerFunctions): Settings {
	try {
		return readSettings(context);
	} catch (error) {
		throw nodeErrorOf(context.getNode(), error);
	}
}

/** Starts a workflow when something happens to an agent or the agent's calls. */
export class HuaweiContactCenterTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Contact Center Trigger',
		name: 'huaweiContactCenterTrigger',
		icon: { light: 'file:huaweiContactCenter.svg', dark: 'file:huaweiContactCenter.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["eventTypes"] || $parameter["events"].join(", ") }}',
		description: "Starts the workflow when an agent's call rings, is answered, ends or fails, or when the agent's state changes",
		eventTriggerDescription: "Waiting for the agent's next event",
		activationMessage: 'The agent is now signed in, and each event starts the workflow.',
		defaults: { name: 'Huawei Contact Center Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		builderHint: {
			searchHint:
				'Starts a workflow for each event of an agent, such as a call that rings or has ended. It keeps the agent signed in. For calls without an agent and for campaigns, use the callback trigger.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-call-center.huaweiContactCenter', relationHint: 'Answers, transfers or ends the call of the same agent' },
				{ nodeType: 'n8n-nodes-call-center.huaweiContactCenterCallbackTrigger', relationHint: 'Reports calls without an agent and campaigns' },
			],
		},
		credentials: [{ name: 'huaweiCcGatewayApi', required: true }],
		triggerPanel: {
			header: "Receive an agent's events",
			executionsHelp: {
				inactive:
					"<b>To try it out</b>, click the button, then call the agent or let the agent call. n8n signs the agent in for the test.<br /><br /><b>For production</b>, publish the workflow. n8n then keeps the agent signed in.",
				active:
					'<b>To try it out</b>, click the button, then call the agent or let the agent call.<br /><br /><b>In production</b>, the runs appear in the <a data-key="executions">executions list</a>, not here.',
			},
			activationHint: 'Publish the workflow to keep the agent signed in.',
		},
		properties,
	};

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const settings = settingsOf(this);
		const open = async () => await AgentWatch.open(this, settings, sessions, WATCH_TIMING);
		if (this.getMode() !== 'manual') {
			const watch = await open();
			return { closeFunction: async () => await watch.close() };
		}
		let opening: Promise<AgentWatch> | undefined;
		return {
			manualTriggerFunction: async () => {
				opening = open();
				await opening;
			},
			closeFunction: async () => await (await opening?.catch(() => undefined))?.close(),
		};
	}
}
