import { RETCODE } from '../../gateway/retcodes';
import { callCommand } from './callCommand';

/** Source: "Mute" (cec_07_1237) and the result codes 200-007 and 200-008 (cec_07_0580). */
export const unmute = callCommand({
	operation: 'unmute',
	name: 'Unmute',
	action: 'Unmute call',
	description: 'Let the other party hear the agent again',
	request: () => ({ method: 'POST', path: 'endmute' }),
	already: { codes: [RETCODE.cannotUnmute], isSo: ({ line }) => line.isBusy && line.call?.isMuted === false },
	remember({ line }) {
		if (line.call) line.call.isMuted = false;
	},
});
