import type { IHttpRequestMethods } from 'n8n-workflow';
import { VendorError } from '../../common/errors';
import { parsedJson } from '../../common/json';
import { networkError } from '../../common/network';
import { vendorText } from '../../common/vendorText';
import type { AgentAccount } from './account';
import type { HttpAnswer, Send } from './http';
import { refusal, SUCCESS, type Repetition } from './retcodes';
import { SessionKeys } from './sessionKeys';

/** A shorter cookie is not a key but, for example, the number of a server. */
const SHORTEST_KEY = 8;
/** The form of every documented result code. */
const CODE = /^\d+(-\d+)?$/;

export interface GatewayRequest {
	method: IHttpRequestMethods;
	/** Below `/agentgateway/resource`, e.g. `/voicecall/291/release`. */
	path: string;
	body?: object;
	/** Instead of the gateway's own. */
	timeoutMs?: number;
	signal?: AbortSignal;
	/** By default a GET is repeatable, and anything else goes out once. */
	repetition?: Repetition;
}

/** What the gateway answered; a `retcode` other than "0" is a refusal. */
export interface GatewayAnswer {
	retcode: string;
	message: string;
	result: unknown;
	event: unknown;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The vendor's answer, or undefined if something else answered. */
function parse(body: unknown): GatewayAnswer | undefined {
	const content = typeof body === 'string' ? parsedJson(body) : body;
	if (!isRecord(content)) return undefined;
	const { retcode, message, result, event } = content;
	if (typeof retcode !== 'string' && typeof retcode !== 'number') return undefined;
	return { retcode: String(retcode), message: typeof message === 'string' ? message : '', result, event };
}

/** Something in between answered. Nothing was done for certain only if the status means that the request was not passed on. */
function notTheGateway(status: number, host: string): VendorError {
	const refused = status >= 300 && status < 500 && status !== 408;
	const message =
		status >= 200 && status < 300
			? `The answer from ${host} does not come from a CC-Gateway. Check the base URL in the credential`
			: `The answer from ${host} has HTTP status ${status} and does not come from a CC-Gateway. Check the base URL in the credential and the gateway's state`;
	return new VendorError({
		failure: status === 429 ? 'throttled' : refused ? 'refused' : 'noAnswer',
		code: `HTTP ${status}`,
		message,
		httpStatus: status,
	});
}

/** One agent's resources on the CC-Gateway. It knows their addresses, keeps the session keys and separates answers from failures. */
export class Gateway {
	private keys = new SessionKeys();

	/** @param timeoutMs how long a request may take */
	constructor(
		readonly account: AgentAccount,
		private send: Send,
		private timeoutMs: number,
	) {}

	/** Sends all further requests on behalf of another node run. */
	use(send: Send, timeoutMs: number): void {
		this.send = send;
		this.timeoutMs = timeoutMs;
	}

	/** Whether a sign-in has brought keys. */
	get hasKeys(): boolean {
		return this.keys.present;
	}

	/** Drops the keys of the old session; answers that still arrive for it no longer count. */
	forgetKeys(): void {
		this.keys = new SessionKeys();
	}

	/** The headers that carry the session. */
	keyHeaders(): Record<string, string> {
		return this.keys.headers();
	}

	/** Sends a request and returns the gateway's answer, even a refusal. Throws a VendorError when no valid answer came. */
	async ask(request: GatewayRequest): Promise<GatewayAnswer> {
		const { keys } = this;
		const sent = keys.headers();
		const http = await this.exchange(request);
		if (http instanceof VendorError) throw http;
		const answer = parse(http.body);
		if (!answer) throw notTheGateway(http.status, this.account.host);
		keys.learn(http.headers);
		const shown = (text: string) => this.withoutSecret(text, sent, keys.headers());
		const { retcode, message } = answer;
		return { ...answer, retcode: CODE.test(retcode) ? retcode : shown(retcode), message: shown(message) };
	}

	/** Like `ask`, but throws a VendorError for a refusal as well. */
	async demand(request: GatewayRequest): Promise<GatewayAnswer> {
		return accepted(await this.ask(request), request);
	}

	private async exchange({ method, path, body, timeoutMs = this.timeoutMs, signal }: GatewayRequest): Promise<HttpAnswer | VendorError> {
		const { baseUrl, host, allowUnauthorizedCerts } = this.account;
		const headers = { 'Content-Type': 'application/json; charset=UTF-8', ...this.keys.headers() };
		const url = `${baseUrl}/agentgateway/resource${path}`;
		try {
			return await this.send({ method, url, headers, body, timeoutMs, allowUnauthorizedCerts, signal });
		} catch (error) {
			return networkError(error, host);
		}
	}

	/** The gateway's text may repeat the password, or session keys that it was sent or has just issued. */
	private withoutSecret(text: string, ...keys: Array<Record<string, string>>): string {
		const values = keys.flatMap(({ Guid = '', Cookie = '' }) => [Guid, ...Cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1))]);
		return vendorText(text, [this.account.password, ...values.filter(({ length }) => length >= SHORTEST_KEY)]);
	}
}

/** Whether the request may be sent twice. */
export function repetitionOf({ method, repetition = method === 'GET' ? 'repeatable' : 'once' }: Pick<GatewayRequest, 'method' | 'repetition'>): Repetition {
	return repetition;
}

/** Returns the answer to the request unless it is a refusal, which is thrown. */
export function accepted(answer: GatewayAnswer, request: Pick<GatewayRequest, 'method' | 'repetition'>): GatewayAnswer {
	if (answer.retcode !== SUCCESS) throw refusal(answer, repetitionOf(request));
	return answer;
}
