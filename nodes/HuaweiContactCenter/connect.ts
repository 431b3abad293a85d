import { randomUUID } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../common/runner';
import { AgentClient } from './client';
import { CREDENTIAL } from './gateway/account';
import { sendThrough } from './gateway/http';
import { readOptions } from './options';
import { sessions } from './session/registry';

/** One agent has one line, so the items are worked on one after another. */
const MOST_AT_ONCE = 1;

/** The way to the agent of the node's credential; nobody is signed in before an action needs it. */
export async function connectAgent(context: IExecuteFunctions, options: IDataObject): Promise<Connection<AgentClient>> {
	const client = new AgentClient(
		{
			...readOptions(options),
			credential: await context.getCredentials(CREDENTIAL),
			execution: context.getExecutionId() || `unsaved ${randomUUID()}`,
			send: sendThrough(context.helpers),
			cancelled: context.getExecutionCancelSignal(),
		},
		sessions,
	);
	return { client, maxConcurrency: MOST_AT_ONCE, close: async () => await client.close() };
}
