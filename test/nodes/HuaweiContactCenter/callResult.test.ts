import { resultOf } from '../../../nodes/HuaweiContactCenter/resources/call/callResult';
import { readEvent, type AgentEvent } from '../../../nodes/HuaweiContactCenter/session/events';

const ID = '1456401416-3';
const TALKING = { eventType: 'AgentEvent_Talking', content: { callid: ID, feature: '7' } };
const FAILED = { eventType: 'AgentEvent_Call_Out_Fail', content: ID };
const RELEASED = { eventType: 'AgentEvent_Call_Release', content: ID };
const PHONE_BUSY = { eventType: 'AgentOther_PhoneBusy', content: null };

function detected(detect: number): object {
	return { eventType: 'OUTBOUND_DETECT_EVENT', content: { callId: ID, detect, desc: 'No answer' } };
}

it.each([
	[[TALKING, RELEASED], 'answered', 'never'],
	[[detected(1552), FAILED], 'blocked', 'never'],
	[[FAILED, detected(1552)], 'blocked', 'never'],
	[[PHONE_BUSY, FAILED], 'lineFault', 'soon'],
	[[FAILED, detected(8)], 'unknown', 'never'],
	[[FAILED], 'unknown', 'never'],
	[[RELEASED], 'unknown', 'never'],
])('%j is %s', (samples, callResult, tryAgain) => {
	const events = samples.map((sample) => readEvent(sample, 1) as AgentEvent);
	expect(resultOf(events)).toEqual({ callResult, tryAgain });
});
