import { RETCODE } from '../../gateway/retcodes';
import { callCommand } from './callCommand';

/** Source: "Mute" (cec_07_1237). */
export const mute = callCommand({
	operation: 'mute',
	name: 'Mute',
	action: 'Mute call',
	description: 'Keep the other party from hearing the agent, who still hears the other party',
	request: () => ({ method: 'POST', path: 'beginmute' }),
	already: { codes: [RETCODE.cannotMute], isSo: ({ line }) => line.call?.isMuted === true },
	remember({ line }) {
		if (line.call) line.call.isMuted = true;
	},
});
