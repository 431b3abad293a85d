import type { INodeProperties } from 'n8n-workflow';
import { inOrder } from '../../common/action/order';
import { afterAuthentication } from '../../common/trigger/properties';
import { retryPlanProperty } from '../../common/trigger/retryPlan';
import { CALL_RESULTS } from '../../common/vendor/callResult';
import { EVENTS, type CallbackEvent } from './events';

const titleOf = (name: string) => name.replace(/[A-Z]/g, ' $&').replace(/^./, (first) => first.toUpperCase());

const callResults = Object.entries(CALL_RESULTS)
	.map(([value, description]) => ({ name: titleOf(value), value, description }))
	.sort((a, b) => inOrder(a.name, b.name));

const options: INodeProperties[] = [
	{
		displayName: 'Allowed IPs',
		name: 'allowedIps',
		type: 'string',
		default: '',
		placeholder: 'e.g. 203.0.113.7, 198.51.100.0/24',
		description:
			'The IPv4 or IPv6 addresses and CIDR ranges that may send callbacks. Any other address is answered with HTTP 403. If n8n runs behind a reverse proxy, set its environment variable N8N_PROXY_HOPS to the number of proxies. Otherwise n8n sees the address of the proxy.',
	},
	{
		displayName: 'Call Results',
		name: 'callResults',
		type: 'multiOptions',
		options: callResults,
		default: [],
		description: 'Start the workflow only for calls that ended in one of these ways. Callbacks about anything else pass.',
	},
	{
		displayName: 'Campaign IDs',
		name: 'campaignIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1405893, 1405894',
		description:
			'Start the workflow only for these campaigns. Callbacks that do not name a campaign pass. The trigger acknowledges a callback that a filter leaves out, but does not start the workflow.',
	},
	{
		displayName: 'Skip Duplicates',
		name: 'skipDuplicates',
		type: 'boolean',
		default: true,
		description:
			"Whether to start the workflow only once when Huawei sends the same callback several times. The n8n process remembers callbacks of the last 24 hours in its own memory, so a copy can pass after a restart or with several webhook processes. To close that gap, add a Remove Duplicates node on 'deliveryId' after the trigger.",
	},
];

const EVENT_TEXTS: Record<CallbackEvent, { name: string; description: string }> = {
	callStatus: { name: 'Call Answered', description: 'A two-party call was answered' },
	callEnded: { name: 'Call Ended', description: 'A two-party call or a voice notification has ended' },
	campaignResult: { name: 'Campaign Result', description: 'A campaign has finished calls. Each of them becomes an item of its own.' },
	unknown: { name: 'Unknown', description: 'A callback that this node does not know. Its content is passed through.' },
};

export const properties: INodeProperties[] = [
	{
		displayName:
			'Copy the Production URL above and add <code>?</code> and the callback token of the credential: <code>https://…/webhook?YOUR-TOKEN</code>. Use it as the callback URL of two-party calls, voice notifications and campaigns, or paste it into the console under 配置中心 → 扩展与集成. Huawei has to add the host to its white list.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		options: [
			{
				name: 'Callback Token',
				value: 'callbackToken',
				description: 'Accept only callbacks that carry the token of the credential, at the end of the URL or in the header x-callback-token',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Accept callbacks from anybody who knows the URL',
			},
			{
				name: 'Signature',
				value: 'signature',
				description: 'Accept only callbacks that Huawei has signed with the callback key of the credential',
			},
		],
		default: 'callbackToken',
		description: 'How callbacks prove that they come from Huawei',
	},
	{
		displayName:
			'Huawei signs only the hang-up callbacks of calls that were created with a callback URL. The trigger refuses all others: answered calls, campaign results, and calls whose URL is set in the console. Choose <b>Callback Token</b> to receive them.',
		name: 'signatureNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['signature'] } },
	},
	...afterAuthentication({
		events: EVENTS.map((value) => ({ value, ...EVENT_TEXTS[value] })),
		retryPlan: retryPlanProperty({
			attempt:
				"Where the call says which attempt it was: an entry of its Call Data, if that is a JSON object, or a word before a number, such as attempt2, in its Call Data or Custom Field. Use the number in 'nextAttempt' when you call again. A call without it is the first attempt.",
		}),
		options,
	}),
];
