/** The groups of an agent's events, and what belongs to each besides what its beginning says. Source: the page of each event (cec_07_1274). */
export const GROUPS = ['callAlerting', 'callAnswered', 'callEnded', 'callFailed', 'agentState', 'media', 'other'] as const;

export type EventGroup = (typeof GROUPS)[number];

const MEMBERS: Partial<Record<EventGroup, string[]>> = {
	callAlerting: [
		'AgentEvent_Customer_Alerting',
		'AgentEvent_Incoming_CallInfo',
		'AgentEvent_Preview',
		'AgentEvent_Preview_CallOut',
		'AgentEvent_Preview_CallOut_Ex',
		'AgentEvent_Ringing',
		'AgentOther_PhoneAlerting',
	],
	callAnswered: ['AgentEvent_Auto_Answer', 'AgentEvent_Talking'],
	callEnded: ['AgentEvent_AbandonCall', 'AgentEvent_Call_Release', 'AgentEvent_Customer_Release'],
	callFailed: [
		'AgentEvent_Call_Out_Fail',
		'AgentEvent_Connect_Fail',
		'AgentEvent_Consult_Fail',
		'AgentEvent_Inside_Call_Fail',
		'AgentEvent_No_Answer',
		'AgentEvent_No_Answer_From_Cti',
		'AgentOther_PhoneBusy',
		'OUTBOUND_DETECT_EVENT',
	],
	agentState: ['AgentOther_InService', 'AgentOther_ShutdownService', 'Force_Logout'],
};

const BEGINNINGS: Array<[string, EventGroup]> = [
	['AgentState_', 'agentState'],
	['AgentMediaEvent_', 'media'],
];

const BY_TYPE = new Map(Object.entries(MEMBERS).flatMap(([group, types]) => types.map((type) => [type, group as EventGroup])));

/** The group of an event; `other` for one that no page explains. */
export function groupOf(type: string): EventGroup {
	return BY_TYPE.get(type) ?? BEGINNINGS.find(([beginning]) => type.startsWith(beginning))?.[1] ?? 'other';
}
