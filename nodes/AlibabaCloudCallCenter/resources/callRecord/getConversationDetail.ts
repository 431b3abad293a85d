import type { IDataObject } from 'n8n-workflow';
import { locator } from '../../../common/action/fields';
import { contactId, instanceId } from '../../fields';
import { users } from '../../fields/accountLists';
import { objectAction } from '../kinds';

const agentId = locator({
	displayName: 'Agent',
	description: 'The agent whose conversation it is, if several took part in the call',
	example: 'agent@ccc-test',
	search: users,
});

/** The vendor writes the roles in Chinese: customer service, customer. */
const SPEAKERS = new Map<unknown, string>([
	['客服', 'agent'],
	['客户', 'customer'],
]);

function shortPhrase({ role, words, begin, end }: IDataObject): IDataObject {
	return { speaker: SPEAKERS.get(role) ?? role, words, startMs: begin, endMs: end };
}

/** Source: GetConversationDetail, api.aliyun.com/document/CCC/2020-07-01/GetConversationDetail. */
export const getConversationDetail = objectAction({
	operation: 'getConversationDetail',
	name: 'Get Conversation',
	action: 'Get conversation of call record',
	description: 'Get what was said in a call, phrase by phrase. The instance and the skill group need quality inspection push.',
	fields: { instanceId, contactId },
	additionalFields: { agentId },
	short: { phrases: ({ phrases }) => (Array.isArray(phrases) ? (phrases as IDataObject[]).map(shortPhrase) : []) },
});
