import { locator } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { contactFlowDrafts, contactFlows } from '../../fields/accountLists';
import { objectAction } from '../kinds';
import { flowShort } from './flowShort';

const contactFlowId = locator({
	displayName: 'Contact Flow',
	description: 'The contact flow of the instance',
	example: '274601be-a6d5-4429-bcef-32b51d031c6e',
	search: contactFlows,
});

const draftId = locator({
	displayName: 'Draft',
	description: 'The editable version of the same contact flow. The list shows the drafts of all contact flows.',
	example: '566399d7-5558-447c-a72f-9be2768b6a82',
	search: contactFlowDrafts,
});

/** Source: GetContactFlow, api.aliyun.com/document/CCC/2020-07-01/GetContactFlow. */
export const getContactFlow = objectAction({
	operation: 'getContactFlow',
	name: 'Get',
	action: 'Get contact flow',
	description: 'Look up the draft of a contact flow (IVR); turn Simplify off to get the definition of its steps too',
	fields: { instanceId, contactFlowId, draftId },
	short: flowShort,
});
