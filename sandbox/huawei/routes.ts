import type { Agent } from './agent';
import { agentRoutes } from './agentRoutes';
import { callRoutes } from './callRoutes';
import { Refusal } from './retcodes';
import { command, signedIn, type Exchange, type Reply, type Route } from './route';
import type { Session } from './session';

/** The life of a session. */
const sessionRoutes: readonly Route[] = [
	{ method: 'put', path: '/onlineagent/:agentId', operation: 'login', run: signIn(false) },
	{ method: 'put', path: '/onlineagent/:agentId/forcelogin', operation: 'forceLogin', run: signIn(true) },
	{
		method: 'delete',
		path: '/onlineagent/:agentId/logout',
		operation: 'logout',
		run: command((agent) => {
			if (agent.inCall) throw new Refusal('100-010');
			agent.signOut('signOut');
		}),
	},
	{ method: 'delete', path: '/onlineagent/:agentId/forcelogout', operation: 'forceLogout', run: command((agent) => agent.signOut('forcedSignOut')) },
	{ method: 'get', path: '/agentevent/:agentId', operation: 'getAgentEvent', run: signedIn(poll) },
];

export const ROUTES: readonly Route[] = [...sessionRoutes, ...agentRoutes, ...callRoutes];

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
