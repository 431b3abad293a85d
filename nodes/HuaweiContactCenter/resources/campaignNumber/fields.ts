import { text, textList, wholeNumber, type Field } from '../../../common/action/fields';
import { dateTime } from '../../../common/action/dateTime';
import { quoted } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { dialable, longest } from '../../isales/fields';

const numbers = textList({
	displayName: 'Called Numbers',
	description: "The customer's number, or several that are tried in this order, separated by commas. The first edition of the interface takes only one.",
	example: '13720000000',
});

export const called: Field<string[]> = {
	...numbers,
	read(raw) {
		const given = numbers.read(raw);
		const wrong = given?.find((number) => dialable(number) !== undefined);
		if (wrong !== undefined) throw new InputError(`'Called Numbers' holds ${quoted(wrong)}: ${dialable(wrong)}`);
		const repeated = given?.find((number, index) => given.indexOf(number) < index);
		if (repeated !== undefined) throw new InputError(`'Called Numbers' holds ${repeated} twice: remove one of them`);
		return given;
	},
};

export const sessionId = text({
	displayName: 'Session ID',
	description: 'Your own key for the customer in this campaign, which comes back in the results. The node makes one for each item if it is empty.',
	example: 'customer-42-november',
	check: longest(32),
});

export const batchId = text({ displayName: 'Batch ID', description: 'The batch of the campaign that the customers belong to; only with API version V2', example: '17' });

export const callData = text({
	displayName: 'Call Data',
	description: 'What the robot or the agent gets to know about the customer, such as JSON text',
	example: '{ "name": "Li Na" }',
	check: longest(1024),
});

export const caller = text({ displayName: 'Caller Number', description: "The number that the customer sees, if it is not the campaign's", example: '02160000000', check: dialable });

export const customField = text({
	displayName: 'Custom Field',
	description: 'A text of your own without punctuation, which comes back in the results and can be searched for',
	example: 'order4711',
	check: (value) => longest(200)(value) ?? (/[^\p{L}\p{N}\s_-]/u.test(value) ? 'remove the punctuation' : undefined),
});

export const delayTime = wholeNumber({
	displayName: 'Delay (Seconds)',
	description: 'How many seconds to wait before the next of the numbers of a customer is called; only with API version V2',
	default: 0,
	min: 0,
	max: 7200,
	unit: 'seconds',
});

export const priority = wholeNumber({ displayName: 'Priority', description: 'Customers with a smaller number are called first', default: 3, min: 1, max: 5 });

export const recycleTime = dateTime({ displayName: 'Recycle Time', description: 'After this, the customer is not called anymore' });

export const type = text({ displayName: 'Number Type', description: "The contact center's code for the type of the numbers, to which its policies refer; only with API version V2", example: 'SI' });
