import { text } from '../../../common/action/fields';
import { dataId, longest } from '../../isales/fields';
import { commandAction } from '../../isales/kinds';

const busiResult = text({ displayName: 'Business Result', description: 'The code of the business result, which the contact center must know', example: 'callback', check: longest(50) });

const subStatus = text({ displayName: 'Sub-Status', description: 'A closer description that belongs to the business result', example: 'evening', check: longest(50) });

const busiResultDesc = text({ displayName: 'Result Description', description: 'What was agreed, in words', example: 'Call again after 18:00' });

const workNo = text({ displayName: 'Agent Work Number', description: 'The agent who talked to the customer and gets the next call, too', example: '101' });

/** The vendor may call the customer again because of it. Source: "Writing Back the Business Result" (cec_07_0790). */
export const writeBack = commandAction({
	operation: 'writeBack',
	name: 'Write Back',
	action: 'Write back campaign result',
	description: "Report what a conversation meant, as your workflow or an AI has judged it. The campaign's business policy decides whether the customer is called again.",
	effect: 'dial',
	fields: { dataId, busiResult },
	additionalFields: { busiResultDesc, subStatus, workNo },
	sends: ({ dataId: id, ...body }) => ({ method: 'POST', path: `/callBusiResult/${id}`, body }),
});
