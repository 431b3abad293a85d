import { callId } from '../../fields';
import { RETCODE } from '../../gateway/retcodes';
import { callCommand } from './callCommand';

/** Source: "Releasing a Specified Call" (cec_07_1246). */
export const dropCall = callCommand({
	operation: 'dropCall',
	name: 'Drop',
	action: 'Drop call',
	description: "End one of the agent's calls, such as one on hold; succeeds even if the call has already ended",
	fields: { callId },
	request: ({ callId: id }) => ({ method: 'POST', path: `dropcall/${id}` }),
	already: { codes: [RETCODE.noCallToRelease] },
});
