import type { Channel, PlacedCall } from '../alibaba/call';
import type { RefusedRequest } from '../alibaba';
import type { Delivery } from '../baiying';
import type { Fault } from '../faults';
import type { AgentRecord, CallRecord } from '../huawei';
import type { Ring, Talk, Vendor } from '../phones';
import type { SandboxState } from '../state';
import { callbackRows, type CallbackRow } from './callbacks';

/** How many rows of a kind the page shows. */
const SHOWN = 50;

const AGENT_STATE_NAMES: Record<AgentRecord['state'], string> = {
	2: 'signed out',
	3: 'busy',
	4: 'idle',
	5: 'wrapping up',
	7: 'talking',
	8: 'resting',
};

export interface PhoneRow {
	phone: string;
	vendors: Vendor[];
	/** How often it rang. */
	times: number;
	lastRungAt: number;
	doing: 'ringing' | 'talking' | 'idle';
}

/** Something that was done in a call. */
export interface DeedRow {
	at: number;
	vendor: Vendor;
	callId: string;
	text: string;
}

export interface CallRow {
	at: number;
	vendor: Vendor;
	callId: string;
	from: string;
	to: string;
	result: string;
}

export interface AgentRow {
	agentId: string;
	doing: string;
	phoneNumber: string;
	signIns: number;
	skills: number[];
	eventsDelivered: number;
}

/** What the page shows: totals, and the latest rows of each kind, newest first. Times are vendor time. */
export interface View {
	now: number;
	speed: number;
	totals: {
		phones: number;
		rings: number;
		/** Phones that rang more than once. */
		rungAgain: number;
		talking: number;
		/** Callbacks that have arrived. */
		callbacks: number;
		requests: number;
	};
	phones: PhoneRow[];
	talks: Talk[];
	calls: CallRow[];
	deeds: DeedRow[];
	callbacks: CallbackRow[];
	/** Agents that are or were signed in. */
	agents: AgentRow[];
	refused: RefusedRequest[];
	faults: Fault[];
}

export function view(state: SandboxState): View {
	const phones = phoneRows(state);
	return {
		now: state.now,
		speed: state.speed,
		totals: {
			phones: phones.length,
			rings: state.rings.length,
			rungAgain: phones.filter(({ times }) => times > 1).length,
			talking: state.talks.filter(isOngoing).length,
			callbacks: state.baiying.deliveries.filter(isDelivered).length,
			requests: state.requests.alibaba + state.requests.huawei,
		},
		phones: phones.slice(0, SHOWN),
		talks: state.talks.slice(-SHOWN).reverse(),
		calls: newest([...state.alibaba.calls.map(alibabaCallRow), ...state.huawei.calls.map(huaweiCallRow)]),
		deeds: newest(deedRows(state)),
		callbacks: newest(callbackRows(state.baiying)),
		agents: state.huawei.agents.filter(({ signIns }) => signIns.length > 0).map(agentRow),
		refused: state.alibaba.refused.slice(-SHOWN).reverse(),
		faults: state.faults,
	};
}

function phoneRows(state: SandboxState): PhoneRow[] {
	const ringing = new Set(ringingNow(state));
	const talking = new Set(state.talks.filter(isOngoing).flatMap(({ parties }) => parties));
	const rows = new Map<string, PhoneRow>();
	for (const ring of state.rings) {
		const doing = talking.has(ring.phone) ? 'talking' : ringing.has(ring.phone) ? 'ringing' : 'idle';
		rows.set(ring.phone, { ...tally(rows.get(ring.phone), ring), doing });
	}
	return [...rows.values()].sort((a, b) => b.lastRungAt - a.lastRungAt);
}

function tally(row: PhoneRow | undefined, { phone, vendor, at }: Ring): Omit<PhoneRow, 'doing'> {
	const vendors = [...new Set([...(row?.vendors ?? []), vendor])];
	return { phone, vendors, times: (row?.times ?? 0) + 1, lastRungAt: at };
}

function ringingNow({ alibaba, huawei }: SandboxState): string[] {
	const legs = alibaba.calls.flatMap(({ channels }) => channels).filter(({ state }) => state === 'RINGING');
	const calls = huawei.calls.filter(({ rungAt, answeredAt, endedAt }) => rungAt && !answeredAt && !endedAt);
	return [...legs.map(({ destination }) => destination), ...calls.map(({ called }) => called)];
}

function alibabaCallRow({ jobId, type, placedAt, caller, callee, channels }: PlacedCall): CallRow {
	const legs = channels.map(legText);
	return {
		at: placedAt,
		vendor: 'alibaba',
		callId: jobId,
		from: caller,
		to: callee,
		result: type === 'BACK2BACK' ? `caller ${legs[0]}, callee ${legs[1]}` : legs.join(', '),
	};
}

function legText({ state, releaseReason }: Channel): string {
	if (state === 'NONE') return 'waits';
	return releaseReason || state.toLowerCase();
}

function huaweiCallRow({ callId, agentId, called, startedAt, answeredAt, outcome }: CallRecord): CallRow {
	return {
		at: startedAt,
		vendor: 'huawei',
		callId,
		from: `agent ${agentId}`,
		to: called,
		result: outcome ?? (answeredAt ? 'talking' : 'dialing'),
	};
}

function agentRow(agent: AgentRecord): AgentRow {
	return {
		agentId: agent.agentId,
		doing: AGENT_STATE_NAMES[agent.state],
		phoneNumber: agent.phoneNumber ?? '',
		signIns: agent.signIns.length,
		skills: agent.skills,
		eventsDelivered: agent.eventsDelivered,
	};
}

function deedRows({ alibaba, huawei }: SandboxState): DeedRow[] {
	const keys = alibaba.pressed.map(
		({ at, jobId, dtmf, phone }): DeedRow => ({
			at,
			vendor: 'alibaba',
			callId: jobId,
			text: `Keys ${dtmf} sent to ${phone}`,
		}),
	);
	const surveys = alibaba.surveys.map(
		({ at, jobId, contactFlowId, channel }): DeedRow => ({
			at,
			vendor: 'alibaba',
			callId: jobId,
			text: `Survey ${contactFlowId || 'without a contact flow'} launched (${channel})`,
		}),
	);
	const digits = huawei.calls.flatMap(({ callId, called, digits: pressed }) =>
		pressed.map(
			(key): DeedRow => ({
				at: key.at,
				vendor: 'huawei',
				callId,
				text: `Keys ${key.digits} sent to ${called}`,
			}),
		),
	);
	return [...keys, ...surveys, ...digits];
}

function newest<Row extends { at: number }>(rows: Row[]): Row[] {
	return rows.sort((a, b) => b.at - a.at).slice(0, SHOWN);
}

function isDelivered({ state }: Delivery): boolean {
	return state === 'delivered';
}

function isOngoing({ endedAt }: Talk): boolean {
	return endedAt === undefined;
}
