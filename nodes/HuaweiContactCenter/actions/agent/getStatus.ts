import type { IDataObject } from 'n8n-workflow';
import { resultObject } from '../../callInformation';
import { agentAction, agent } from '../agentAction';
import { SIGNED_OUT, stateItem } from './agentState';

/**
 * Source: "Querying the Agent Status" (cec_07_0355). A status is not worth signing somebody out elsewhere, so an agent who is not
 * signed in here is reported as signed out.
 */
export const getStatus = agentAction({
	resource: agent,
	operation: 'getStatus',
	name: 'Get Status',
	action: 'Get agent status',
	description: 'Look up what the agent is doing; an agent who is not signed in by n8n counts as signed out',
	effect: 'read',
	fields: {},
	async perform(client, _values, { simplify }) {
		const { agentId } = client.account;
		const answer = await client.askUnlessSignedOut({ method: 'GET', path: `/onlineagent/${agentId}/agentstatus` });
		const result: IDataObject = answer ? resultObject(answer.result) : { agentState: SIGNED_OUT };
		const item = stateItem(agentId, Number(result.agentState ?? 0));
		return [simplify ? item : { ...item, ...result }];
	},
});
