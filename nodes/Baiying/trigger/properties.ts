import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { inOrder } from '../../common/action/order';
import { afterAuthentication } from '../../common/trigger/properties';
import { retryPlanProperty } from '../../common/trigger/retryPlan';
import { EVENTS } from '../callback/callback';
import { FINISH_STATUSES, INTENTION_GRADES } from '../callback/names';

const finishStatusOptions: INodePropertyOptions[] = FINISH_STATUSES.map(({ code, label }) => ({
	name: label,
	value: code,
})).sort((a, b) => inOrder(a.name, b.name));

const options: INodeProperties[] = [
	{
		displayName: 'Allowed IPs',
		name: 'allowedIps',
		type: 'string',
		default: '120.55.46.3, 42.192.127.32/27',
		placeholder: 'e.g. 120.55.46.3, 42.192.127.32/27',
		description:
			'The IPv4 or IPv6 addresses and CIDR ranges that may send callbacks. Any other address is answered with HTTP 403. The default is the list that Baiying publishes. If n8n runs behind a reverse proxy, set its environment variable N8N_PROXY_HOPS to the number of proxies. Otherwise n8n sees the address of the proxy.',
	},
	{
		displayName: 'Company IDs',
		name: 'companyIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 2',
		description:
			'Start the workflow only for these companies. Callbacks that do not name a company pass. The trigger acknowledges a callback that a filter leaves out, but does not start the workflow.',
	},
	{
		displayName: 'Download Recording',
		name: 'downloadRecording',
		type: 'boolean',
		default: false,
		description:
			"Whether to download the recording of a call into the binary field 'recording'. A download may take up to 20 seconds and 50 MB, and Baiying waits for the answer in the meantime. If it fails, the workflow starts without the recording, and the field 'recordingError' says why.",
	},
	{
		displayName: 'Finish Statuses',
		name: 'finishStatuses',
		type: 'multiOptions',
		options: finishStatusOptions,
		default: [],
		description: 'Start the workflow only for calls that ended in one of these ways. Events other than calls pass.',
	},
	{
		displayName: 'Intention Grades',
		name: 'intentionGrades',
		type: 'multiOptions',
		options: INTENTION_GRADES.map((grade) => ({ name: grade, value: grade })),
		default: [],
		description:
			'Start the workflow only for calls and changed grades with one of these intention grades. Calls without a grade are left out. Job status and unknown events pass.',
	},
	{
		displayName: 'Job IDs',
		name: 'jobIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 362574, 362575',
		description: 'Start the workflow only for these jobs. Callbacks that do not name a job pass.',
	},
	{
		displayName: 'Properties',
		name: 'properties',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Property',
		default: {},
		description:
			"Start the workflow only for calls to customers who were imported with these properties. The callback URL belongs to the whole company, so callbacks of other people's jobs arrive as well. Set a property of your own with the operations Import and Run, and name it here. Events other than calls pass.",
		options: [
			{
				displayName: 'Property',
				name: 'property',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. campaign',
						description: 'The name of the property',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. autumn-2026',
						description: 'The value that the property must have',
					},
				],
			},
		],
	},
	{
		displayName: 'Recording Hosts',
		name: 'recordingHosts',
		type: 'string',
		default: '',
		placeholder: 'e.g. *.example.com, http://10.0.0.5:8080',
		description:
			"More hosts from which the trigger may download recordings, for example those of a private cloud. A host without a scheme means https. Baiying's own storage (https://*.aliyuncs.com) is always allowed.",
	},
	{
		displayName: 'Skip Duplicates',
		name: 'skipDuplicates',
		type: 'boolean',
		default: true,
		description:
			"Whether to start the workflow only once when Baiying sends the same callback several times. It resends a callback up to 27 times. The n8n process remembers callbacks in its own memory, so a copy can pass after a restart or with several webhook processes. To close that gap, add a Remove Duplicates node on 'deliveryId' after the trigger.",
	},
	{
		displayName: 'Verify Signature',
		name: 'verifySignature',
		type: 'boolean',
		default: false,
		description:
			"Whether to check the 'sign' of a callback in addition to its token. The trigger compares it with Base64(HMAC-SHA1(App Secret, App Key + line feed + dateTime)), with both keys from the credential. Baiying documents the field but not the algorithm, and has to enable it for you. The trigger refuses callbacks without a sign, such as job status. The sign does not cover the content, so it cannot replace the token.",
	},
];

const EVENT_TEXTS: Record<(typeof EVENTS)[number], { name: string; description: string }> = {
	callCompleted: { name: 'Call Completed', description: 'The robot has finished a call' },
	inboundCallCompleted: { name: 'Inbound Call Completed', description: 'A call from a customer to the robot has ended' },
	intentionChanged: {
		name: 'Intention Changed',
		description: "Somebody has changed a customer's intention grade by hand in the CRM",
	},
	jobStatusChanged: {
		name: 'Job Status Changed',
		description: 'A job was paused, ran out of money or was completed',
	},
	unknown: { name: 'Unknown', description: 'A callback of a type that this node does not know. Its content is passed through.' },
};

export const properties: INodeProperties[] = [
	{
		displayName:
			'Baiying has no API to register a callback URL. Copy the Production URL above and add <code>?token=</code> and the token of the credential: <code>https://…/webhook?token=YOUR-TOKEN</code>. Paste it into the Baiying CRM under 系统管理 → 系统设置 → API配置. The CRM has one field for call records and one for job status. You can use the same URL in both.',
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
				description: 'Accept only callbacks that carry the token of the credential, as ?token=… in the URL or in the header x-callback-token',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Accept callbacks from anybody who knows the URL',
			},
		],
		default: 'callbackToken',
		description: 'How callbacks prove that they come from Baiying',
	},
	...afterAuthentication({
		events: EVENTS.map((value) => ({ value, ...EVENT_TEXTS[value] })),
		retryPlan: retryPlanProperty({
			attempt: "The customer's property with the number of the attempt. Set it to the number in 'nextAttempt' when you import the customer again. A call without it is the first attempt.",
		}),
		options,
	}),
];
