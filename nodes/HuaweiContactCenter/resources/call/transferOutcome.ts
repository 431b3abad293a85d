import type { AgentEvent } from '../../session/events';
import { RELEASES, TALKING } from '../../session/progress';
import type { Mode } from './transferModes';

const FAILED = 'AgentEvent_Connect_Fail';
const RESULT = 'AgentEvent_SuccTransResult';
const CONFERENCE = 'AgentEvent_Conference';

/** What becomes of a transfer: `ended` if a party hung up before. */
export type Outcome = 'accepted' | 'transferred' | 'talking' | 'conference' | 'failed' | 'ended';

/** What an event says about the transfer of the call; undefined if it says nothing. Events: "Call Transfer" (cec_07_1242). */
function meaningOf({ type, callId, content }: AgentEvent, mode: Mode, transferred: string | undefined): Outcome | undefined {
	if (type === FAILED) return 'failed';
	if (type === RESULT) return String(content.result) === '0' ? 'transferred' : 'failed';
	if (type === TALKING && mode === 'talk') return 'talking';
	if (type === CONFERENCE && mode === 'threeParty') return 'conference';
	if (!RELEASES.includes(type) || callId !== transferred) return undefined;
	return mode === 'blind' ? 'transferred' : 'ended';
}

/** The outcome that the events show, undefined if they don't show it yet. A call that is suspended comes back much later. */
export function transferOutcome(events: AgentEvent[], mode: Mode, callId: string | undefined): Outcome | undefined {
	if (mode === 'suspend') return 'accepted';
	return events.map((event) => meaningOf(event, mode, callId)).find((outcome) => outcome !== undefined);
}
