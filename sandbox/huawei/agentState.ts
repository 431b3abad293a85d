/** The `agentState` codes of "Querying the Agent Status" (cec_07_0581) that this sandbox reaches. */
export const AGENT_STATE = { signedOut: 2, busy: 3, idle: 4, wrapUp: 5, talking: 7, rest: 8 } as const;

export type AgentState = (typeof AGENT_STATE)[keyof typeof AGENT_STATE];
