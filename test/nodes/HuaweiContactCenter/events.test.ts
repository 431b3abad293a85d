import { eventItem, readable, readEvent, type AgentEvent } from '../../../nodes/HuaweiContactCenter/session/events';
import { AgentCall } from '../../../nodes/HuaweiContactCenter/session/agentCall';
import { progressOf } from '../../../nodes/HuaweiContactCenter/session/progress';

/** Samples from the vendor's pages (cec_07_1355 to 1364, 1396, 0507). */
const ID = '1456401416-3';
const ALERTING = { eventType: 'AgentEvent_Customer_Alerting', workNo: '49999', content: { callid: ID, otherPhoneWorkno: '', otherPhone: '70092', type: 'main' } };
const TALKING = { eventType: 'AgentEvent_Talking', workNo: '49999', content: { caller: '10086', callid: ID, called: '70092', feature: '7', type: 'main', mediaAbility: '1' } };
const FAILED = { eventType: 'AgentEvent_Call_Out_Fail', workNo: '49999', content: ID };
const REASON = { eventType: 'OUTBOUND_DETECT_EVENT', workNo: '464', content: { callId: ID, detect: 1552, desc: 'calling number not allowed to call' } };
const RELEASED = { eventType: 'AgentEvent_Call_Release', eventGenTime: 1784529722590, workNo: '49999', content: ID };
const CUSTOMER_RELEASED = { eventType: 'AgentEvent_Customer_Release', workNo: '49999', content: { callid: ID, number: '70093' } };
const PHONE_RELEASED = { eventType: 'AgentOther_PhoneRelease', workNo: '20012', content: { phoneState: 3 } };
const PHONE_BUSY = { eventType: 'AgentOther_PhoneBusy', workNo: '49999', content: null };
const READY = { eventType: 'AgentState_Ready', workNo: '49999', content: null };
const BUSY = { eventType: 'AgentState_Busy', workNo: '49999', content: null };

function events(...samples: object[]): AgentEvent[] {
	return samples.map((sample, at) => readEvent(sample, at + 1) as AgentEvent);
}

describe('an event', () => {
	it.each([
		[ALERTING, ID],
		[FAILED, ID],
		[REASON, ID],
		[RELEASED, ID],
		[{ ...RELEASED, content: JSON.stringify({ callid: ID }) }, ID],
		[PHONE_RELEASED, undefined],
		[READY, undefined],
	])('%j belongs to call %s', (sample, callId) => {
		expect(readEvent(sample, 1)?.callId).toBe(callId);
	});

	it.each([undefined, null, '', {}, [], { eventType: 7 }])('%j is not an event', (nothing) => {
		expect(readEvent(nothing, 1)).toBeUndefined();
	});

	it("has the vendor's time, or the time when it came in", () => {
		expect(readEvent(RELEASED, 1)?.at).toBe(1784529722590);
		expect(readEvent(TALKING, 1000)?.at).toBe(1000);
	});

	it('is shown under names that expressions can read', () => {
		expect(events(TALKING).map(eventItem)).toEqual([
			{
				type: 'AgentEvent_Talking',
				at: '1970-01-01T00:00:00.001Z',
				callId: ID,
				callerNumber: '10086',
				calledNumber: '70092',
				feature: '7',
				lineType: 'main',
				mediaAbility: '1',
			},
		]);
	});

	it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('keeps a field named %s', (name) => {
		const sample = JSON.parse(`{"${name}":"x","callee":"2"}`) as object;
		expect(JSON.stringify(readable(sample))).toBe(`{"${name}":"x","calleeNumber":"2"}`);
	});

	it('is renamed at any depth', () => {
		expect(readable([{ legs: [{ caller: '1', callee: '2' }] }])).toEqual([{ legs: [{ callerNumber: '1', calleeNumber: '2' }] }]);
	});
});

describe('the progress of a call', () => {
	it('is empty before its events come', () => {
		expect(progressOf(events(READY, BUSY, ALERTING), ID)).toMatchObject({ failed: false, over: false });
	});

	it('shows answer and end', () => {
		expect(progressOf(events(ALERTING, TALKING, CUSTOMER_RELEASED, RELEASED), ID)).toMatchObject({ answeredAt: 2, endedAt: 3, failed: false, over: true });
	});

	it.each([
		[REASON, FAILED],
		[FAILED, REASON],
	])('shows why it failed, in any order', (...samples) => {
		expect(progressOf(events(...samples), ID)).toMatchObject({ failed: true, failureReason: 'calling number not allowed to call', failureCode: 1552 });
	});

	it('is not decided by the reason alone', () => {
		expect(progressOf(events(REASON), ID).over).toBe(false);
	});

	it('is a failure if the call was released before the answer', () => {
		expect(progressOf(events(ALERTING, RELEASED), ID)).toMatchObject({ failed: true, over: true });
		expect(progressOf(events(PHONE_BUSY, FAILED), ID).failureReason).toMatch(/own phone/);
	});

	it('is not mixed up with another call', () => {
		expect(progressOf(events(TALKING, RELEASED), '1456401416-4')).toEqual({ failed: false, over: false });
	});
});

describe('a call whose request was not answered', () => {
	function unanswered(...samples: object[]): AgentCall {
		const call = new AgentCall();
		call.leaveUnanswered();
		events(...samples).forEach((event) => call.add(event));
		return call;
	}

	it('continues until the agent is free again', () => {
		expect(unanswered(READY).goesOn).toBe(true);
		expect(unanswered(READY, BUSY, ALERTING).goesOn).toBe(true);
		expect(unanswered(READY, BUSY, ALERTING, FAILED, READY).goesOn).toBe(false);
	});

	it('is over when the agent is seen idle twice without an event in between', () => {
		const call = unanswered();
		call.seenIdle(10);
		call.add(events(BUSY)[0] as AgentEvent);
		call.seenIdle(20);
		expect(call.goesOn).toBe(true);
		call.seenIdle(30);
		expect(call.goesOn).toBe(false);
	});
});
