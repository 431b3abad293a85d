import type { IDataObject } from 'n8n-workflow';
import { wholeNumber } from '../../../common/action/fields';
import { withoutEmpty } from '../../callInformation';
import { RETCODE } from '../../gateway/retcodes';
import type { AgentCall } from '../../session/agentCall';
import { stopped } from '../../session/line';
import type { AgentSession } from '../../session/session';
import { agentAction } from '../agentAction';
import { carriedOut } from '../command';
import { eventItems, progressItem } from './placedCall';

const MOST_SECONDS = 4 * 60 * 60;
/** How long the gateway may take to connect a call that was answered. */
const CONNECT_MS = 10_000;
const NO_CALL = { codes: [RETCODE.noCallToAnswer] };

const waitTimeoutSeconds = wholeNumber({
	displayName: 'Wait for Call (Seconds)',
	description: 'The maximum number of seconds to wait for a call that rings; after that, the outcome is "timeout"',
	default: 60,
	min: 1,
	max: MOST_SECONDS,
	unit: 'seconds',
});

function isAnswered(call: AgentCall): boolean {
	return call.progress.answeredAt !== undefined;
}

/** @returns how the call was answered; undefined if the caller hung up before */
async function take(session: AgentSession, call: AgentCall, cancelled?: AbortSignal): Promise<'automatically' | 'now' | undefined> {
	if (isAnswered(call)) return 'automatically';
	const { agentId } = session;
	const isTaken = await carriedOut(session, { method: 'PUT', path: `/voicecall/${agentId}/answer?callid=${call.callId}` }, NO_CALL);
	await session.changes.until(() => isAnswered(call) || !call.goesOn || session.ended, CONNECT_MS, cancelled);
	if (!isTaken && isAnswered(call)) return 'automatically';
	return isTaken && isAnswered(call) ? 'now' : undefined;
}

/** The numbers that the first event of the call names. */
function numbersOf({ events }: AgentCall): IDataObject {
	const named = events.find(({ content }) => content.callerNumber !== undefined)?.content ?? {};
	return withoutEmpty({ callerNumber: named.callerNumber, calledNumber: named.calledNumber });
}

/** Source: "Answering" (cec_07_1234). A call can be answered once the event AgentEvent_Ringing (cec_07_1366) has announced it. */
export const answer = agentAction({
	operation: 'answer',
	name: 'Answer',
	action: 'Answer call',
	description: 'Wait until a call comes in for the agent and answer it; if calls are answered automatically, wait until the agent is in one',
	effect: 'change',
	findBy: { callId: 'callId' },
	fields: { waitTimeoutSeconds },
	async perform(client, values, { simplify }) {
		const { agentId } = client.account;
		const { cancelled } = client.run;
		const session = await client.any();
		const { calls } = session.line;
		await session.changes.until(() => calls.incoming !== undefined || session.ended, values.waitTimeoutSeconds * 1000, cancelled);
		if (session.ended) throw session.whyEnded();
		if (cancelled?.aborted) throw stopped();
		const call = calls.incoming;
		if (!call) return [{ agentId, outcome: 'timeout' }];
		const how = await take(session, call, cancelled);
		const outcome = how ? { outcome: 'answered', answeredAutomatically: how === 'automatically' } : { outcome: 'ended' };
		const { answeredAt } = progressItem(call);
		return [{ callId: call.callId, agentId, ...numbersOf(call), ...outcome, ...withoutEmpty({ answeredAt }), ...eventItems(call, simplify) }];
	},
});
