import { resultBy, type Result, type ResultRow } from '../../../common/vendor/callResult';
import type { AgentEvent } from '../../session/events';

const SEEN = 'seen';

/**
 * What the events of a call mean that has ended. The table of `detect` codes ("table 3" of cec_07_0580) is not among the vendor's public
 * pages; other tables of causes belong to other products and are not used for it.
 */
export const RESULTS: ResultRow[] = [
	{ says: { AgentEvent_Talking: SEEN }, callResult: 'answered', source: 'cec_07_1355: the call is connected' },
	{ says: { detect: '1552' }, callResult: 'blocked', source: 'cec_07_1360: the calling number is not allowed to make the call' },
	{ says: { AgentOther_PhoneBusy: SEEN }, callResult: 'lineFault', source: "cec_07_1399: the agent's own phone cannot take the call, so nobody was called" },
];

/** The result of a call that has ended. */
export function resultOf(events: AgentEvent[]): Result {
	const seen = Object.fromEntries(events.map(({ type }) => [type, SEEN]));
	const detect = events.find(({ content }) => content.detect !== undefined)?.content.detect;
	return resultBy(RESULTS, { ...seen, detect });
}
