import type { INode, INodeParameters } from 'n8n-workflow';
import type { SavedCredential } from '../../sandbox/n8n/rest';
import { node } from '../../test/support/workflow';
import { CONCURRENCY, TIMEOUT_SECONDS } from './pace';

/** Who makes the calls: our nodes, which may wait for their ends, our node without Only Once per Key, or n8n's HTTP Request node with our credential. */
export const SENDERS = ['once per key', 'waiting', 'without key', 'HTTP Request', 'two-party calls'] as const;

export type Sender = (typeof SENDERS)[number];

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const CALLER = '={{ $json.salesPhone }}';
const CALLEE = '={{ $json.phone }}';
const KEY = "={{ $('Batch').first().json.body.campaign }}-{{ $json.phone }}";

function ours(options: INodeParameters, wait: INodeParameters = {}): INode {
	const parameters = {
		resource: 'call',
		operation: 'startBack2BackCall',
		instanceId: id('ccc-test'),
		caller: CALLER,
		callee: CALLEE,
		broker: id('01021570000'),
		...wait,
		additionalFields: {},
		options: { concurrency: CONCURRENCY, timeoutSeconds: TIMEOUT_SECONDS, ...options },
	};
	return node('Call', 'n8n-nodes-call-center.alibabaCloudCallCenter', parameters);
}

function httpRequest({ type }: SavedCredential, url: string): INode {
	const query = { Action: 'StartBack2BackCall', Version: '2020-07-01', InstanceId: 'ccc-test', Caller: CALLER, Callee: CALLEE, Broker: '01021570000' };
	const parameters = {
		method: 'POST',
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: type,
		sendQuery: true,
		queryParameters: { parameters: Object.entries(query).map(([name, value]) => ({ name, value })) },
		options: { timeout: TIMEOUT_SECONDS * 1000, batching: { batch: { batchSize: CONCURRENCY, batchInterval: 0 } } },
	};
	return node('Call', 'n8n-nodes-base.httpRequest', parameters, { typeVersion: 4.2 });
}

/** Huawei's two-party calls, which need no agent. */
function twoPartyCall(): INode {
	const options = { concurrency: CONCURRENCY, timeoutSeconds: TIMEOUT_SECONDS, onceKey: KEY };
	const parameters = { resource: 'twoPartyCall', operation: 'create', caller: CALLER, called: CALLEE, waitFor: 'accepted', additionalFields: {}, options };
	return node('Call', 'n8n-nodes-call-center.huaweiContactCenter', parameters);
}

const OURS: Record<Exclude<Sender, 'HTTP Request'>, () => INode> = {
	'once per key': () => ours({ onceKey: KEY }),
	waiting: () => ours({ onceKey: KEY }, { waitFor: 'ended', waitTimeoutSeconds: 300 }),
	'without key': () => ours({}),
	'two-party calls': twoPartyCall,
};

/** The node that calls `$json.phone`. n8n retries it when it fails, and then continues with its failed items. */
export function senderNode(sender: Sender, credential: SavedCredential, vendorUrl: string): INode {
	const call = sender === 'HTTP Request' ? httpRequest(credential, vendorUrl) : OURS[sender]();
	return {
		...call,
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 200,
		onError: 'continueRegularOutput',
	};
}
