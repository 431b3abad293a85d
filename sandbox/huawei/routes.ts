import type { Agent } from './agent';
import { AGENT_STATE } from './agentState';
import { allCallIds, callInfo, lastCallInfo } from './callData';
import type { AgentEvent } from './events';
import type { Gateway } from './gateway';
import { Refusal } from './retcodes';
import type { Session } from './session';
import type { Body } from './signIn';

/** One parsed request. */
export interface Exchange {
	gateway: Gateway;
	agentId: string;
	/** Named parts of the path. */
	path: Record<string, string>;
	query: Record<string, string>;
	body: Body;
	guid: string;
	cookies: string;
	/** Aborts when the client goes away before it is answered. */
	clientGone: AbortSignal;
}

/** What a successful answer holds besides `message` and `retcode`. */
export interface Reply {
	result?: unknown;
	event?: AgentEvent;
	headers?: Record<string, string | string[]>;
}

export interface Route {
	method: 'get' | 'put' | 'post' | 'delete';
	/** Below `/agentgateway/resource`. */
	path: string;
	/** The documents' log name of the method. */
	operation: string;
	run(exchange: Exchange): Reply | Promise<Reply>;
}

export const ROUTES: readonly Route[] = [
	{ method: 'put', path: '/onlineagent/:agentId', operation: 'login', run: signIn(false) },
	{ method: 'put', path: '/onlineagent/:agentId/forcelogin', operation: 'forceLogin', run: signIn(true) },
	{
		method: 'delete',
		path: '/onlineagent/:agentId/logout',
		operation: 'logout',
		run: signedIn((agent) => {
			if (agent.line.current) throw new Refusal('100-010');
			agent.signOut('signOut');
			return {};
		}),
	},
	{
		method: 'delete',
		path: '/onlineagent/:agentId/forcelogout',
		operation: 'forceLogout',
		run: signedIn((agent) => {
			agent.signOut('forcedSignOut');
			return {};
		}),
	},
	{
		method: 'post',
		path: '/onlineagent/:agentId/resetskill/:autoflag',
		operation: 'resetSkill',
		run: signedIn((agent, _session, { gateway, path, query }) => {
			gateway.resetSkills(agent, path.autoflag === 'true' ? undefined : (query.skillid ?? ''));
			return {};
		}),
	},
	{
		method: 'get',
		path: '/onlineagent/:agentId/agentstatus',
		operation: 'agentStatus',
		run: signedIn(({ agentState }) => ({
			result: { agentState, isWorking: agentState === AGENT_STATE.wrapUp },
		})),
	},
	{
		method: 'post',
		path: '/onlineagent/:agentId/saybusy',
		operation: 'sayBusy',
		run: signedIn((agent, _session, { query }) => {
			agent.sayBusy(readBusyReason(agent, query));
			return {};
		}),
	},
	{
		method: 'post',
		path: '/onlineagent/:agentId/sayfree',
		operation: 'sayFree',
		run: signedIn((agent) => {
			agent.sayFree();
			return {};
		}),
	},
	{ method: 'get', path: '/agentevent/:agentId', operation: 'getAgentEvent', run: signedIn(poll) },
	{
		method: 'put',
		path: '/voicecall/:agentId/callout',
		operation: 'callout',
		run: signedIn((agent, _session, { gateway, body }) => ({ result: gateway.callOut(agent, body) })),
	},
	{
		method: 'delete',
		path: '/voicecall/:agentId/release',
		operation: 'release',
		run: signedIn((agent) => {
			if (!agent.line.current) throw new Refusal('200-017');
			agent.line.hangUp('agentHungUp');
			return {};
		}),
	},
	{
		method: 'post',
		path: '/voicecall/:agentId/dropcall/:callId',
		operation: 'dropCall',
		run: signedIn((agent, _session, { path }) => {
			if (agent.line.current?.callId !== path.callId) throw new Refusal('200-025');
			agent.line.hangUp('agentHungUp');
			return {};
		}),
	},
	{
		method: 'post',
		path: '/voicecall/:agentId/seconddialex',
		operation: 'secondDialEx',
		run: signedIn((agent, _session, { gateway, query }) => {
			gateway.pressKeys(agent, query.number ?? '');
			return {};
		}),
	},
	{
		method: 'get',
		path: '/calldata/:agentId/callinfobycallid/:callId',
		operation: 'callInfo',
		run: signedIn((agent, _session, { gateway, path }) => ({
			result: callInfo(agent, path.callId ?? '', gateway.options),
		})),
	},
	{
		method: 'get',
		path: '/calldata/:agentId/callinfo',
		operation: 'callInfo',
		run: signedIn((agent, _session, { gateway, query }) => ({
			result: lastCallInfo(agent, query.isNoContainLastCall === 'true', gateway.options),
		})),
	},
	{
		method: 'get',
		path: '/calldata/:agentId/allcallid',
		operation: 'allCallId',
		run: signedIn((agent) => ({ result: allCallIds(agent) })),
	},
];

type SignedInHandler = (agent: Agent, session: Session, exchange: Exchange) => Reply | Promise<Reply>;

function signedIn(handle: SignedInHandler): Route['run'] {
	return (exchange) => {
		const agent = exchange.gateway.agent(exchange.agentId);
		const session = agent.authorise(exchange.guid, exchange.cookies);
		return handle(agent, session, exchange);
	};
}

function signIn(forced: boolean): Route['run'] {
	return ({ gateway, agentId, body }) => {
		const session = gateway.signIn(agentId, body, forced);
		return {
			headers: {
				...guidHeader(session.guids.current),
				'Set-Cookie': session.cookies.map((cookie) => `${cookie}; Path=/agentgateway; HttpOnly`),
			},
			result: {
				vdnid: gateway.options.vdnId,
				workno: agentId,
				mediatype: 'TTF',
				loginTime: String(session.signedInAt),
				isForceChange: 'false',
				serverName: 'AgentGateway',
				timeRemaining: '',
			},
		};
	};
}

async function poll(agent: Agent, session: Session, { clientGone }: Exchange): Promise<Reply> {
	const event = await agent.poll(session, clientGone);
	if (clientGone.aborted) return {};
	const newGuid = session.rotateGuid();
	return { ...(event && { event }), ...(newGuid && { headers: guidHeader(newGuid) }) };
}

function guidHeader(guid: string): Record<string, string> {
	return { 'Set-GUID': `JSESSIONID=${guid}` };
}

/** Both parameters are mandatory when the agent is busy already. */
function readBusyReason(agent: Agent, { reason, prolong }: Record<string, string>): string {
	const known = /^(0|2[0-4]\d|250)$/.test(reason ?? '0') && /^(true|false)$/.test(prolong ?? 'true');
	const missing = reason === undefined || prolong === undefined;
	if (!known || (missing && agent.agentState === AGENT_STATE.busy)) {
		throw new Refusal('000-002', 'reason must be 0 or 200 to 250, prolong true or false');
	}
	return reason ?? '0';
}
