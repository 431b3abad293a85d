import {
	NodeConnectionTypes,
	toCronExpression,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type TriggerTime,
} from 'n8n-workflow';
import { listSearchOfFields } from '../common/action/resource';
import { instanceId } from './fields';
import { nodeErrorOf } from './trigger/faults';
import { properties } from './trigger/properties';
import { sampleOf } from './trigger/sample';
import { filters, readSettings, type Settings } from './trigger/settings';
import { Watch } from './trigger/watch';

function settingsOf(context: ITriggerFunctions): Settings {
	try {
		return readSettings(context);
	} catch (error) {
		throw nodeErrorOf(context.getNode(), error);
	}
}

async function emitSample(context: ITriggerFunctions, settings: Settings): Promise<void> {
	try {
		context.emit([[await sampleOf(context, settings)]]);
	} catch (error) {
		throw nodeErrorOf(context.getNode(), error);
	}
}

/** Polls for calls that have ended, and starts the workflow once for each of them. */
export class AlibabaCloudCallCenterTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud Call Center Trigger',
		name: 'alibabaCloudCallCenterTrigger',
		icon: { light: 'file:alibabaCloudCallCenter.svg', dark: 'file:alibabaCloudCallCenter.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when a call has ended or its recording is ready',
		defaults: { name: 'Alibaba Cloud Call Center Trigger' },
		// n8n adds the field for the poll times. It gives what poll() returns no key, so that a kill could lose runs or repeat them.
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		builderHint: {
			searchHint:
				'Starts a workflow of its own for each call that has ended, or whose recording is ready, with callResult and tryAgain. Use it for the results of campaigns and of calls that nobody waited for, instead of a schedule that reads call records.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-call-center.alibabaCloudCallCenter', relationHint: 'Places the calls, and gets their recordings and transcripts' },
			],
		},
		credentials: [{ name: 'alibabaCloudAccessKeyApi', required: true }],
		// A copy, because n8n adds the poll times to it.
		properties: [...properties],
	};

	methods = { listSearch: listSearchOfFields([instanceId, ...Object.values(filters)]) };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const settings = settingsOf(this);
		if (this.getMode() === 'manual') return { manualTriggerFunction: async () => await emitSample(this, settings) };
		const watch = await Watch.open(this, settings);
		const { item: times = [] } = this.getNodeParameter('pollTimes', {}) as { item?: TriggerTime[] };
		for (const time of times) this.helpers.registerCron({ expression: toCronExpression(time) }, async () => await watch.poll());
		void watch.poll();
		return { closeFunction: async () => watch.close() };
	}
}
