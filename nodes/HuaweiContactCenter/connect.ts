import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../common/action/resource';
import { AgentClient } from './client';
import { CREDENTIAL } from './gateway/account';
import { sendThrough } from './gateway/http';
import { agentOptions } from './options';
import { sessions } from './session/registry';
import { unreachableList } from './unreachableList';

/** An agent has one line, so the items run one after another. */
const MOST_AT_ONCE = 1;

const IN_A_LOOP =
	"This run signed the agent in and out again, as each run of the node in a loop does. To let the runs share one session, turn on 'Keep Agent Signed In' in the options.";

/** How often the node has run in this execution before. */
function runsBefore(context: IExecuteFunctions): number {
	return context.getWorkflowDataProxy(0).$runIndex as number;
}

/** Connects to the agent of the node's credential; the agent is not signed in before an action needs it. */
export async function connectAgent(context: IExecuteFunctions): Promise<Connection<AgentClient>> {
	const { requestsPerSecond, ...waits } = agentOptions(context);
	const client = new AgentClient(
		{
			...waits,
			credential: await context.getCredentials(CREDENTIAL),
			execution: context.getExecutionId() || `unsaved ${randomUUID()}`,
			send: sendThrough(context.helpers),
			cancelled: context.getExecutionCancelSignal(),
		},
		sessions,
	);
	const close = async () => {
		const cameAndWent = await client.close();
		return cameAndWent && runsBefore(context) > 0 ? IN_A_LOOP : undefined;
	};
	return { client, concurrency: MOST_AT_ONCE, requestsPerSecond, doNotCallList: unreachableList, close };
}
