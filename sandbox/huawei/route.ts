import type { Agent } from './agent';
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

type SignedInHandler = (agent: Agent, session: Session, exchange: Exchange) => Reply | Promise<Reply>;

export function signedIn(handle: SignedInHandler): Route['run'] {
	return (exchange) => {
		const agent = exchange.gateway.agent(exchange.agentId);
		const session = agent.authorise(exchange.guid, exchange.cookies);
		return handle(agent, session, exchange);
	};
}

/** A request that changes something and whose answer says nothing. */
export function command(handle: (agent: Agent, exchange: Exchange) => void): Route['run'] {
	return signedIn((agent, _session, exchange) => {
		handle(agent, exchange);
		return {};
	});
}

/** Throws 000-002 unless the value has the form. @returns the value */
export function demanded(value: string | undefined, form: RegExp, message: string): string {
	if (value === undefined || !form.test(value)) throw new Refusal('000-002', message);
	return value;
}
