import { InputError } from '../../../common/vendor/errors';
import { instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { numbers } from './fields';

const MOST_NUMBERS = 300;

/** Source: RemoveDoNotCallNumbers, api.aliyun.com/document/CCC/2020-07-01/RemoveDoNotCallNumbers. */
export const removeDoNotCallNumbers = commandAction({
	operation: 'removeDoNotCallNumbers',
	name: 'Remove',
	action: 'Remove do not call numbers',
	description: 'Allow the instance to call up to 300 numbers again',
	fields: { instanceId, numbers },
	check({ numbers: given }) {
		if (given.length <= MOST_NUMBERS) return;
		throw new InputError(`'Numbers' holds ${given.length} numbers: Alibaba Cloud removes at most ${MOST_NUMBERS} at once, so split them over several items`);
	},
});
