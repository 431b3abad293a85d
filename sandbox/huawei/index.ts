import { listenOnBoth } from '../vendorServer';
import type { World } from '../world';
import type { AgentRecord } from './agent';
import { createApp } from './app';
import type { CallRecord } from './call';
import { Gateway } from './gateway';
import { DEFAULT_OPTIONS, type HuaweiOptions } from './options';
import type { RequestRecord } from './requestLog';

export type { AgentRecord } from './agent';
export type { CallOutcome, CallRecord } from './call';
export type { HuaweiOptions } from './options';
export type { RequestRecord } from './requestLog';

export interface HuaweiState {
	agents: AgentRecord[];
	calls: CallRecord[];
	requests: RequestRecord[];
}

/** The running CC-Gateway. */
export interface HuaweiVendor {
	/** The base URL for the credential, e.g. `http://127.0.0.1:8043`. */
	url: string;
	port: number;
	/** The same with TLS. */
	httpsUrl: string;
	/** The certificate of `httpsUrl` as PEM, for clients that should trust it. */
	certificate: string;
	/** All requests, oldest first. */
	requests: RequestRecord[];
	agents(): AgentRecord[];
	/** Oldest first. */
	calls(): CallRecord[];
	/** The three above in one; ready for JSON. */
	state(): HuaweiState;
	/** A customer calls the center and waits for an agent with the skill, by default the first one. @returns the call's id */
	comeIn(caller: string, skillId?: number): string;
	/** Ends the agent's session at once, as a restart of the gateway would: from now on its guid is answered with 100-006. */
	loseSession(agentId: string): void;
	/** Signs everybody out and forgets all calls and requests. */
	reset(): void;
	/** Signs everybody out, ends all calls and stops listening. */
	close(): Promise<void>;
}

/** Starts the agent gateway of Huawei's CC-Gateway on loopback. */
export async function startHuawei(
	world: World,
	options: Partial<HuaweiOptions> = {},
): Promise<HuaweiVendor> {
	const settings = { ...DEFAULT_OPTIONS, ...options };
	const gateway = new Gateway(world, settings);
	const requests: RequestRecord[] = [];
	const server = await listenOnBoth(createApp(world, gateway, requests), settings);
	const agents = () => gateway.agents();
	const calls = () => gateway.calls();
	return {
		url: server.url,
		port: server.port,
		httpsUrl: server.httpsUrl,
		certificate: server.certificate,
		requests,
		agents,
		calls,
		state: () => ({ agents: agents(), calls: calls(), requests: [...requests] }),
		comeIn: (caller, skillId = settings.skills[0]?.id ?? 0) => gateway.comeIn(caller, skillId),
		loseSession: (agentId) => gateway.agent(agentId).signOut('lost'),
		reset: () => {
			gateway.reset();
			requests.length = 0;
		},
		close: async () => {
			gateway.close();
			await server.close();
		},
	};
}
