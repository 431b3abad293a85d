import { randomUUID } from 'node:crypto';
import type { IConnections, IDataObject, INode } from 'n8n-workflow';
import type { SavedWorkflow } from '../../../sandbox/n8n/rest';
import type { QueueBench } from '../../../test/support/queue/bench';
import { node } from '../../../test/support/workflow';
import { CONCURRENCY, TIMEOUT_SECONDS } from '../pace';
import { DAY_OFF, EXTRA_WORKING_DAY, GAP_MINUTES, PER_DAY, PER_WEEK, TIME_ZONE, WINDOWS } from './week';

/** The nodes that call, by the output of the node before them. */
export const CALLING = ['Sales', 'Service'] as const;

/** The node that hands each customer to one of the two. */
export const SHARED_OUT = 'Is Service';

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

function rulesWith(doNotCall: unknown): IDataObject {
	return {
		timeZone: TIME_ZONE,
		hours: { window: WINDOWS.map((window) => ({ days: WORKDAYS, ...window })) },
		daysOff: DAY_OFF,
		extraWorkingDays: EXTRA_WORKING_DAY,
		limits: { limit: [{ calls: PER_DAY, per: 'day' }, { calls: PER_WEEK, per: 'week' }] },
		minimumGapMinutes: GAP_MINUTES,
		doNotCall: doNotCall as string,
	};
}

/** n8n retries it when it fails, and then continues with its failed items. */
function calling(name: string, bench: QueueBench, doNotCall: unknown): INode {
	const { parameters, ...start } = bench.startCall(
		{ concurrency: CONCURRENCY, timeoutSeconds: TIMEOUT_SECONDS, onceKey: '={{ $json.key }}' },
		{ caller: '={{ $json.salesPhone }}', callee: '={{ $json.phone }}' },
	);
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 200, onError: 'continueRegularOutput' as const };
	const additionalFields = { tags: '={{ $json.key }}' };
	return { ...start, ...retry, id: name, name, parameters: { ...parameters, additionalFields, callingRules: rulesWith(doNotCall) } as INode['parameters'] };
}

const to = (...names: string[]): IConnections[string] => ({ main: names.map((name) => [{ node: name, type: 'main', index: 0 }]) });

/**
 * A batch comes in, two nodes with the same rules share its customers, and the webhook answers when the run has ended. One node has
 * its do-not-call list from an expression, the other as a text.
 */
export async function publishWeek(bench: QueueBench, written: string[]): Promise<{ workflow: SavedWorkflow; urls: string[] }> {
	const webhookId = randomUUID();
	const path = `${webhookId}/webhook`;
	const [sales, service] = CALLING;
	const nodes = [
		node('Batch', 'n8n-nodes-base.webhook', { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData', options: {} }, { webhookId, typeVersion: 2 }),
		node('Customers', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.customers', options: {} }),
		node(SHARED_OUT, 'n8n-nodes-base.if', { conditions: { boolean: [{ value1: '={{ $json.isService }}', value2: false }] } }),
		calling(sales, bench, `={{ ${JSON.stringify(written)} }}`),
		calling(service, bench, written.join(', ')),
	];
	const connections = { Batch: to('Customers'), Customers: to(SHARED_OUT), [SHARED_OUT]: to(sales, service) };
	const workflow = await bench.publish('Week', nodes, connections);
	return { workflow, urls: bench.addresses(workflow) };
}
