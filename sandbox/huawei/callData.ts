import type { Agent } from './agent';
import type { CallKind, CallRecord } from './call';
import type { HuaweiOptions } from './options';
import { Refusal } from './retcodes';
import type { Body } from './signIn';
import { booleanOf, textOf } from './values';

const FEATURES: Record<CallKind, number> = { outbound: 7, internal: 6, inbound: 0 };
const MAX_DATA_BYTES = 16 * 1024;
const ORDINARY_CALL = 5;
const NO_TRUNK = 65_535;

/** The answer of "Querying Call Information Based on the Call ID" (cec_07_1266). Throws 400-001. */
export function callInfo(agent: Agent, callId: string, options: HuaweiOptions): CallInfo {
	const call = agent.line.calls.find((known) => known.callId === callId);
	return describe(call, options);
}

/** The current call or, if allowed, the last one (cec_07_1261). Throws 400-001. */
export function lastCallInfo(agent: Agent, onlyCurrent: boolean, options: HuaweiOptions): CallInfo {
	return describe(onlyCurrent ? agent.line.current : agent.line.calls.at(-1), options);
}

/** The ids of the current calls. */
export function allCallIds(agent: Agent): string[] {
	return agent.line.open.map(({ callId }) => callId);
}

/** A call of the agent that has not ended: the named one, or the current one. Throws 400-001. */
function openCall({ line }: Agent, callId: string): CallRecord {
	const call = callId === '' ? (line.current ?? line.open.at(-1)) : line.open.find((open) => open.callId === callId);
	if (!call) throw new Refusal('400-001');
	return call;
}

/** Replaces the data of a call (cec_07_1263). Throws 400-001 without a call and 400-002 without data. */
export function setCallData(agent: Agent, body: Body): void {
	const call = openCall(agent, textOf(body.callid));
	const data = textOf(body.calldata);
	if (data === '') throw new Refusal('400-002');
	const decoded = booleanOf(body.isDataEncoded, false) ? Buffer.from(data, 'base64').toString() : data;
	if (Buffer.byteLength(decoded) > MAX_DATA_BYTES) throw new Refusal('000-002', 'calldata must not exceed 16 KB');
	call.callAppData = decoded;
}

/** The data of a call (cec_07_1262). Throws 400-001. */
export function appData(agent: Agent, callId: string, isEncoded: boolean): string {
	const { callAppData } = openCall(agent, callId);
	return isEncoded ? Buffer.from(callAppData).toString('base64') : callAppData;
}

/** A call that waits in a skill queue, as cec_07_0429 lists it. */
export function waitingInfo(call: CallRecord, options: HuaweiOptions): CallInfo {
	return describe(call, options);
}

interface CallInfo {
	callfeature: number;
	callid: string;
	caller: string;
	called: string;
	callskill: string;
	callskillid: number;
	orgicallednum: string;
	calldata: string;
	/** When the call was answered, ms since the epoch. */
	begintime: number | null;
	/** The vendor never fills it. */
	endtime: null;
	userPriority: number;
	trunkNo: number;
	logontimes: number;
	mediaType: number;
	mediaAbility: number;
	waitTime: number;
	trace: null;
}

function describe(call: CallRecord | undefined, options: HuaweiOptions): CallInfo {
	if (!call) throw new Refusal('400-001');
	const skill = options.skills.find(({ id }) => id === call.skillId) ?? options.skills[0];
	return {
		callfeature: FEATURES[call.kind],
		callid: call.callId,
		caller: call.caller || options.defaultCaller,
		called: call.called,
		callskill: skill?.name ?? '',
		callskillid: skill?.id ?? 0,
		orgicallednum: call.called,
		calldata: call.callAppData,
		begintime: call.answeredAt ?? null,
		endtime: null,
		userPriority: 0,
		trunkNo: NO_TRUNK,
		logontimes: 0,
		mediaType: ORDINARY_CALL,
		mediaAbility: call.mediaAbility,
		waitTime: 0,
		trace: null,
	};
}
