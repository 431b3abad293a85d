import type { Action, Wording } from '../../../common/action/action';
import type { BaiyingClient } from '../../api/client';
import { callJobId, companyId } from '../../fields';
import { valueAction } from '../kinds';

/** The commands of byai.openapi.calljob.execute. Source: open.byai.com/v2/operations/calljob-execute.html. */
export const COMMANDS = { start: 1, pause: 2, stop: 3 };

/** What the older API has for each of them. Source: api.byrobot.cn/doc/v2/. */
export const jobCommands = (operation: keyof typeof COMMANDS) => ({ openPlatform: 'byai.openapi.calljob.execute', hmac: `/task/${operation}` });

/** An action that only tells the job what to do. */
export function jobCommand(words: Wording & { operation: keyof typeof COMMANDS }): Action<BaiyingClient> {
	return valueAction({
		...words,
		sends: jobCommands(words.operation),
		fields: { companyId, callJobId },
		values: (given) => ({ ...given, command: COMMANDS[words.operation] }),
		output: (_data, given) => ({ success: true, jobId: given.callJobId }),
	});
}
