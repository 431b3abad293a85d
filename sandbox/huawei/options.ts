/** An agent account of the sandbox. */
export interface AgentAccount {
	agentId: string;
	password: string;
}

/** Times are milliseconds of vendor time. */
export interface HuaweiOptions {
	/** 0 takes any free port. */
	port: number;
	/** For HTTPS with the sandbox's certificate; 0 takes any free one. */
	httpsPort: number;
	/** 1: one guid for the whole session. 2: the guid changes, and the poll brings the new one. */
	authMode: 1 | 2;
	/** How long a guid stays current (GUIDINTERVAL). */
	guidIntervalMs: number;
	/** How long an old guid is still accepted after its successor was issued (GUIDTIMEOUT). */
	guidTimeoutMs: number;
	/** How long a poll waits for an event. */
	pollWaitMs: number;
	/** How long an agent stays signed in without a poll. */
	silenceMs: number;
	/** Pause between two steps of the call set-up. */
	setupStepMs: number;
	/** How long a call rings at an agent who does not answer it. */
	agentRingMs: number;
	/** Whether requests must bring back the cookies of the sign-in. */
	requireCookies: boolean;
	/** Whether a forced sign-in is refused with 100-015. */
	forceDisabled: boolean;
	/** Whether events carry `eventGenTime`, as those of newer gateways do. */
	eventGenTime: boolean;
	/** Called numbers that are refused at once with 200-001. */
	invalidNumbers: readonly string[];
	agents: readonly AgentAccount[];
	/** Agents at desks of their own: whoever calls them or transfers to them reaches their phone. The first one serves all skills. */
	colleagues: ReadonlyArray<{ agentId: string; phoneNumber: string }>;
	/** Softphone numbers that an agent may be bound to. */
	phoneNumbers: readonly string[];
	vdnId: number;
	skills: ReadonlyArray<{ id: number; name: string }>;
	/** What the called party sees when the request names no caller. */
	defaultCaller: string;
}

const PASSWORD = 'sandbox-agent-password';

export const DEFAULT_OPTIONS: HuaweiOptions = {
	port: 0,
	httpsPort: 0,
	authMode: 2,
	guidIntervalMs: 60_000,
	guidTimeoutMs: 120_000,
	pollWaitMs: 10_000,
	silenceMs: 120_000,
	setupStepMs: 300,
	agentRingMs: 30_000,
	requireCookies: true,
	forceDisabled: false,
	eventGenTime: true,
	invalidNumbers: [],
	agents: [
		{ agentId: '291', password: PASSWORD },
		{ agentId: '292', password: PASSWORD },
	],
	colleagues: [{ agentId: '293', phoneNumber: '40041' }],
	phoneNumbers: ['40038', '40039'],
	vdnId: 1,
	skills: [{ id: 25, name: 'sales' }],
	defaultCaller: '02160000000',
};
