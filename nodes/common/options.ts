import type { INodeProperties } from 'n8n-workflow';

const MAX_CONCURRENCY = 200;
const MAX_REQUESTS_PER_SECOND = 1000;
const MAX_TIMEOUT_SECONDS = 600;

/** Not for vendors where one agent makes the calls. */
export const concurrencyOption: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	default: 5,
	typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY },
	displayOptions: { show: { '@tool': [false] } },
	description: 'How many items are sent side by side; the output keeps the order of the items',
};

export const requestsPerSecondOption: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	default: 0,
	typeOptions: { minValue: 0, maxValue: MAX_REQUESTS_PER_SECOND },
	displayOptions: { show: { '@tool': [false] } },
	description:
		'How many requests per second may go out at most, 0 for no limit. When the vendor refuses requests for being too many, the node slows down by itself.',
};

/** How long one request may take. */
export function timeoutOption(seconds: number): INodeProperties {
	return {
		displayName: 'Timeout (Seconds)',
		name: 'timeoutSeconds',
		type: 'number',
		default: seconds,
		typeOptions: { minValue: 1, maxValue: MAX_TIMEOUT_SECONDS },
		description:
			'How many seconds to wait for the answer to a request. A request that can ring a phone is not repeated after that: its outcome is reported as unknown.',
	};
}

/** For the operations that can ring a phone. */
export function onceKeyOption(operations: string[]): INodeProperties {
	return {
		displayName: 'Only Once per Key',
		name: 'onceKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.campaign }}-{{ $json.phone }}',
		displayOptions: { show: { '/operation': operations } },
		description:
			'What makes this call unique, such as the campaign and the phone number. The key is recorded in the database of n8n before the call goes out; an item with a key that this node used before, in whichever execution, is skipped. A call that was refused gives its key back.',
	};
}
