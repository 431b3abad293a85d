import { RETCODE } from '../../gateway/retcodes';
import { callCommand } from './callCommand';

/** Source: "Call Hold" (cec_07_1239). */
export const hold = callCommand({
	operation: 'hold',
	name: 'Hold',
	action: 'Hold call',
	description: 'Let the other party hear music until the call is retrieved; the agent can make another call meanwhile',
	request: () => ({ method: 'POST', path: 'hold' }),
	already: { codes: [RETCODE.noCallToHold, RETCODE.cannotHold], isSo: ({ line }) => !line.isBusy && line.calls.held !== undefined },
	remember({ line }) {
		const { current } = line.calls;
		if (current) current.isHeld = true;
	},
});
