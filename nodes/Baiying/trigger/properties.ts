import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { EVENTS } from '../callback/callback';
import { FINISH_STATUSES, INTENTION_GRADES } from '../callback/names';

const finishStatusOptions: INodePropertyOptions[] = FINISH_STATUSES.map(({ code, label }) => ({
	name: label,
	value: code,
})).sort((a, b) => a.name.localeCompare(b.name, 'en'));

const options: INodeProperties[] = [
	{
		displayName: 'Allowed IPs',
		name: 'allowedIps',
		type: 'string',
		default: '120.55.46.3, 42.192.127.32/27',
		placeholder: 'e.g. 120.55.46.3, 42.192.127.32/27',
		description:
			'Addresses and CIDR ranges, IPv4 or IPv6, that callbacks may come from; others get HTTP 403. The default is what Baiying publishes. If n8n runs behind a reverse proxy, set its environment variable N8N_PROXY_HOPS to the number of proxies, otherwise n8n sees the address of the proxy.',
	},
	{
		displayName: 'Company IDs',
		name: 'companyIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 2',
		description:
			'Only take callbacks of these companies. Callbacks that do not name a company pass. What a filter leaves out is acknowledged without starting the workflow.',
	},
	{
		displayName: 'Download Recording',
		name: 'downloadRecording',
		type: 'boolean',
		default: false,
		description:
			"Whether to fetch the recording of a call into the binary field 'recording'. At most 50 MB and 20 seconds, during which Baiying waits for the answer. If it cannot be fetched, the workflow starts without it and the field 'recordingError' says why.",
	},
	{
		displayName: 'Finish Statuses',
		name: 'finishStatuses',
		type: 'multiOptions',
		options: finishStatusOptions,
		default: [],
		description: 'Only take calls that ended in one of these ways. Events other than calls pass.',
	},
	{
		displayName: 'Intention Grades',
		name: 'intentionGrades',
		type: 'multiOptions',
		options: INTENTION_GRADES.map((grade) => ({ name: grade, value: grade })),
		default: [],
		description:
			'Only take calls and changed grades with one of these intention grades. Calls without a grade are left out; job status and unknown events pass.',
	},
	{
		displayName: 'Job IDs',
		name: 'jobIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 362574, 362575',
		description: 'Only take callbacks of these jobs. Callbacks that do not name a job pass.',
	},
	{
		displayName: 'Recording Hosts',
		name: 'recordingHosts',
		type: 'string',
		default: '',
		placeholder: 'e.g. *.example.com, http://10.0.0.5:8080',
		description:
			"Further hosts that recordings may be downloaded from, for example those of a private cloud. Without a scheme, https is meant. Baiying's own storage (https://*.aliyuncs.com) is always allowed.",
	},
	{
		displayName: 'Skip Duplicates',
		name: 'skipDuplicates',
		type: 'boolean',
		default: true,
		description:
			"Whether to start the workflow once when Baiying sends the same callback several times (it resends up to 27 times). This is remembered in the memory of the n8n process: after a restart of n8n, or with several webhook processes, a copy can pass. To close that gap, put a Remove Duplicates node on 'deliveryId' behind the trigger.",
	},
	{
		displayName: 'Verify Signature',
		name: 'verifySignature',
		type: 'boolean',
		default: false,
		description:
			"Whether to check the callback's 'sign' with App Key and App Secret of the credential, as Base64(HMAC-SHA1(App Secret, App Key + line feed + dateTime)). Baiying documents only the field, not the algorithm, and must enable it for you. Callbacks without a sign, such as job status, are refused. The sign does not cover the content, so use the callback token as well.",
	},
];

const EVENT_TEXTS: Record<(typeof EVENTS)[number], { name: string; description: string }> = {
	callCompleted: { name: 'Call Completed', description: 'A call of the robot has ended' },
	inboundCallCompleted: { name: 'Inbound Call Completed', description: 'A call from a customer to the robot has ended' },
	intentionChanged: {
		name: 'Intention Changed',
		description: 'Somebody has changed the intention grade of a customer by hand in the CRM',
	},
	jobStatusChanged: {
		name: 'Job Status Changed',
		description: 'A job was paused, has run out of money or has completed',
	},
	unknown: { name: 'Unknown', description: 'A callback of a type that this node does not know; its content is passed through' },
};

export const properties: INodeProperties[] = [
	{
		displayName:
			'Baiying has no API to register a callback address. Copy the Production URL above and paste it in the Baiying CRM under 系统管理 → 系统设置 → API配置, both as the address for call records and as the one for job status. With a callback token, add ?token=… to it.',
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
				description: 'Only take callbacks that carry the token of the credential, as ?token=… in the URL or in the header x-callback-token',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Take callbacks from anybody who knows the URL',
			},
		],
		default: 'none',
		description: 'How callbacks prove that they come from Baiying',
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: EVENTS.map((value) => ({ value, ...EVENT_TEXTS[value] })),
		default: [...EVENTS],
		description: 'The callbacks that start the workflow',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	},
];
