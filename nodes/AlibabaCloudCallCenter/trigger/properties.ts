import type { INodeProperties } from 'n8n-workflow';
import { ownProperty, SIMPLIFY, sortedProperties } from '../../common/action/properties';
import { retryPlanProperty } from '../../common/trigger/retryPlan';
import { instanceId } from '../fields';
import { EVENTS, filters, options } from './settings';

export const properties: INodeProperties[] = [
	ownProperty('instanceId', instanceId),
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [
			{ name: 'Call Ended', value: 'callEnded', description: 'The record of a call that is over appears' },
			{
				name: 'Recording Ready',
				value: 'recordingReady',
				description: 'The recording of a call can be downloaded, often minutes after its end. Calls without a recording do not have this event.',
			},
		],
		default: [EVENTS[0]],
		description: 'The events that start the workflow. Each call has a run of its own for each event.',
	},
	SIMPLIFY,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: sortedProperties(filters),
	},
	retryPlanProperty({
		note: "The call records do not say which attempt a call was, so 'number' is always 2: let 'Limits' in 'Calling Rules' bound the calls.",
	}),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: sortedProperties(options),
	},
];
