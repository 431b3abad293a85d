import type { DoNotCallList } from '../common/action/resource';
import { InputError } from '../common/vendor/errors';

/** For credentials that can't read the block list of the campaigns: nobody is called rather than somebody who must not be. */
export const unreachableList: DoNotCallList = {
	keyOf: () => 'unreachable',
	async numbers() {
		throw new InputError(
			"'Check Vendor List' does not work here, so nobody was called: the credential of this operation cannot read the block list. Remove the rule. To check the block list of your campaigns, get its numbers with the operation 'Get Many' of 'Block List', and return them under 'Do Not Call'",
		);
	},
};
