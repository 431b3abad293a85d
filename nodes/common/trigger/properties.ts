import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

interface Shown {
	events: INodePropertyOptions[];
	retryPlan: INodeProperties;
	options: INodeProperties[];
}

/** What the editor shows below the authentication of a trigger: which callbacks start the workflow, and its options. */
export function afterAuthentication({ events, retryPlan, options }: Shown): INodeProperties[] {
	return [
		{
			displayName:
				'Anybody who knows the URL can start this workflow with data of their own choice. Choose <b>Callback Token</b> unless something in front of n8n checks the sender.',
			name: 'noAuthenticationNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { authentication: ['none'] } },
		},
		{
			displayName: 'Trigger On',
			name: 'events',
			type: 'multiOptions',
			required: true,
			options: events,
			default: [...events.map(({ value }) => value as string)],
			description: 'The callbacks that start the workflow',
		},
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
		retryPlan,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options,
		},
	];
}
