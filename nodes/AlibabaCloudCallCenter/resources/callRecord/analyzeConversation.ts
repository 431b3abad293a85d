import { jsonList, someOf } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { fromJsonText } from '../../api/response';
import { contactId, instanceId } from '../../fields';
import { valueAction } from '../kinds';

const tasks = someOf({
	displayName: 'Tasks',
	description: 'What to find out. Only the summary and the title go together; each of the others needs a request of its own.',
	choices: [
		{ name: 'Fields', value: 'fields', description: 'Values that were mentioned, such as an order number' },
		{ name: 'Keywords', value: 'keywords' },
		{ name: 'Summary', value: 'summary' },
		{ name: 'Title', value: 'title' },
	],
});

const fields = jsonList({
	displayName: 'Fields',
	description: 'What to look for with the task Fields: a JSON list of objects with code, name and description',
	example: '[{ "code": "OrderNo", "name": "Order number", "description": "The number of the order" }]',
});

/** Source: AnalyzeConversation, api.aliyun.com/document/CCC/2020-07-01/AnalyzeConversation. */
export const analyzeConversation = valueAction({
	operation: 'analyzeConversation',
	name: 'Analyze Conversation',
	action: 'Analyze conversation of call record',
	description: 'Let a language model sum up a call or a chat, or pick values out of it. A call needs live transcription.',
	fields: { instanceId, contactId, tasks },
	additionalFields: { fields },
	check({ tasks: chosen, fields: wanted }) {
		if (chosen.length > 1 && chosen.some((task) => task !== 'summary' && task !== 'title')) {
			throw new InputError("'Tasks' holds several: only Summary and Title go together, so use a node of its own for each of the others");
		}
		if (chosen.includes('fields') && wanted === undefined) {
			throw new InputError("'Fields' is empty: the task Fields needs a JSON list of what to look for");
		}
	},
	result: 'analysis',
	read: fromJsonText,
});
