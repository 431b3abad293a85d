import { choice, text } from '../../../common/action/fields';
import { instanceId, searchPattern } from '../../fields';
import { pageAction } from '../kinds';
import { flowShort } from './flowShort';

const orderByField = text({
	displayName: 'Order By',
	description: 'The field of a contact flow to sort by; by default the time of its last change',
	example: 'updatedTime',
});

const sortOrder = choice({
	displayName: 'Sort Order',
	description: 'Which contact flows come first',
	default: 'DESC',
	choices: [
		{ name: 'Ascending', value: 'ASC' },
		{ name: 'Descending', value: 'DESC' },
	],
});

const type = choice({
	displayName: 'Type',
	description: 'Only contact flows of this type',
	default: 'MAIN_FLOW',
	choices: [
		{ name: 'Main Flow', value: 'MAIN_FLOW' },
		{ name: 'Subflow', value: 'SUB_FLOW' },
		{ name: 'Survey Flow', value: 'SURVEY_FLOW' },
	],
});

/** Source: ListContactFlows, api.aliyun.com/document/CCC/2020-07-01/ListContactFlows. */
export const listContactFlows = pageAction({
	operation: 'listContactFlows',
	name: 'Get Many',
	action: 'Get many contact flows',
	description: 'Get the contact flows (IVR) of the instance, with the phone numbers that lead to each',
	fields: { instanceId },
	filters: { orderByField, searchPattern, sortOrder, type },
	short: { ...flowShort, numbers: 'numberList' },
});
