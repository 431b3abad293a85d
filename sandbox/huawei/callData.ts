import type { Agent } from './agent';
import type { CallRecord } from './call';
import type { HuaweiOptions } from './options';
import { Refusal } from './retcodes';

const AGENT_OUTBOUND = 7;
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
	return agent.line.current ? [agent.line.current.callId] : [];
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
		callfeature: AGENT_OUTBOUND,
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
