import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { readBaiyingFacts, type Api, type OperationFacts } from '../../../catalogue/baiyingFacts';
import { endsAfter, endsBefore } from '../../strike';
import type { World } from '../../world';
import type { Fault, FaultKind } from '../../faults';
import type { SigningKeys } from '../callbacks';
import { admitted, type Params } from './admission';
import { behaviour } from './behaviours';
import type { Blacklist } from './blacklist';
import { BaiyingError, CODES, THROTTLED, TOKEN_INVALID } from './errors';
import type { Jobs } from './jobs';
import { checkSignature } from './signature';
import type { TokenOffice } from './tokens';

/** A request that was admitted, without its token. */
export interface ApiRequest {
	api: Api;
	operation: string;
	params: Params;
}

export interface ApiDesk {
	world: World;
	jobs: Jobs;
	blacklist: Blacklist;
	tokens: TokenOffice;
	keys: SigningKeys;
	companyId: string;
	/** Oldest first. */
	log: ApiRequest[];
}

const CATALOGUE: Record<Api, ReadonlyMap<string, OperationFacts>> = {
	openPlatform: new Map(readBaiyingFacts('openPlatform').map((facts) => [facts.name, facts])),
	hmac: new Map(readBaiyingFacts('hmac').map((facts) => [facts.name, facts])),
};

/** A request as it came: what it asks for, and its parameters as text or, from JSON, in their own types. */
interface Received {
	api: Api;
	name: string;
	method: string;
	params: Params;
	isText: boolean;
}

function textBody({ body }: Request): string {
	return Buffer.isBuffer(body) ? body.toString('utf8') : '';
}

function queryOf({ originalUrl }: Request): Params {
	return Object.fromEntries(new URL(originalUrl, 'http://baiying').searchParams);
}

function jsonBody(request: Request): Params {
	try {
		return JSON.parse(textBody(request)) as Params;
	} catch {
		throw new BaiyingError(CODES.hmac.parameter, '参数错误: 不是JSON');
	}
}

function receivedOpen(request: Request): Received {
	const [service = '', , action = ''] = request.path.split('/').filter((part) => part !== '');
	const isGet = request.method === 'GET';
	const params = isGet ? queryOf(request) : Object.fromEntries(new URLSearchParams(textBody(request)));
	return { api: 'openPlatform', name: `${service}.${action}`, method: request.method, params, isText: true };
}

function receivedHmac(request: Request): Received {
	const isGet = request.method === 'GET';
	const params = isGet ? queryOf(request) : jsonBody(request);
	const name = request.originalUrl.replace(/\?.*$/, '').replace(/^\/openapi\/v1/, '');
	return { api: 'hmac', name, method: request.method, params, isText: isGet };
}

function checkIdentity({ world, tokens, keys }: ApiDesk, { api, params }: Received, request: Request): Params {
	if (api === 'hmac') {
		checkSignature(keys, request.headers, world.clock.wall());
		return params;
	}
	const { accessToken, ...others } = params;
	if (tokens.companyOf(String(accessToken)) === undefined) throw TOKEN_INVALID;
	return others;
}

function factsOf({ api, name, method }: Received): OperationFacts {
	const facts = CATALOGUE[api].get(name);
	if (facts?.method === method) return facts;
	throw new BaiyingError(CODES[api].notFound, `资源未找到: ${method} ${name}`);
}

function faultError(api: Api, kind: FaultKind): BaiyingError | undefined {
	if (kind === 'refuse') return new BaiyingError(CODES[api].forbidden, '权限不足');
	if (kind === 'throttle') return THROTTLED;
	return kind === 'errorBefore' || kind === 'errorAfter' ? new BaiyingError(500, '未知错误', 500) : undefined;
}

function throwFault(api: Api, fault: Fault | undefined, isAfter: boolean): void {
	if (!fault || (fault.kind === 'errorAfter' && !isAfter)) return;
	const error = faultError(api, fault.kind);
	if (error) throw error;
}

async function serve(desk: ApiDesk, received: Received, request: Request, response: Response): Promise<unknown> {
	const { api } = received;
	const given = checkIdentity(desk, received, request);
	const facts = factsOf(received);
	const params = admitted(api, facts, given, received.isText);
	if (params.companyId !== undefined && String(params.companyId) !== desk.companyId) throw new BaiyingError(CODES[api].forbidden, '权限不足: 公司');
	desk.log.push({ api, operation: facts.name, params });
	const fault = desk.world.faults.strike('baiying', facts.name);
	if (fault && endsBefore(fault, response)) return undefined;
	throwFault(api, fault, false);
	const act = behaviour(api, facts.name);
	const data = act ? act(desk.jobs, params, desk.blacklist) : facts.answer;
	if (fault && (await endsAfter(fault, response))) return undefined;
	throwFault(api, fault, true);
	return { code: 200, data, resultMsg: api === 'hmac' ? '成功' : 'successful', requestId: randomUUID() };
}

function failure(error: unknown, messageName: string): { status: number; body: object } {
	if (!(error instanceof BaiyingError)) throw error;
	return { status: error.status, body: { code: error.code, data: null, [messageName]: error.message, requestId: randomUUID() } };
}

async function answer(response: Response, messageName: string, work: () => Promise<unknown>): Promise<void> {
	try {
		const body = await work();
		if (body !== undefined) response.json(body);
	} catch (error) {
		const { status, body } = failure(error, messageName);
		response.status(status).json(body);
	}
}

async function issueToken({ tokens, world }: ApiDesk, request: Request, response: Response): Promise<unknown> {
	const fault = world.faults.strike('baiying', 'token');
	if (fault && endsBefore(fault, response)) return undefined;
	throwFault('openPlatform', fault, false);
	const data = await tokens.issue(new URLSearchParams(textBody(request)));
	if (fault && (await endsAfter(fault, response))) return undefined;
	return { success: true, code: 200, message: 'successful', data };
}

/**
 * Baiying's two APIs.
 *
 * - `POST /oauth/token`: an access token of the open platform
 * - `/api/oauth/{service}/{version}/{action}`: the open platform, with `accessToken` among the parameters
 * - `/openapi/v1/…`, `/openapi/v2/…`: the older API, with signed headers
 */
export function createApi(desk: ApiDesk): Router {
	const router = express.Router();
	const raw = express.raw({ type: () => true, limit: '10mb' });
	router.post('/oauth/token', raw, async (request, response) => await answer(response, 'message', async () => await issueToken(desk, request, response)));
	router.use('/api/oauth', raw, async (request, response) => await answer(response, 'resultMsg', async () => await serve(desk, receivedOpen(request), request, response)));
	router.use('/openapi', raw, async (request, response) => await answer(response, 'resultMsg', async () => await serve(desk, receivedHmac(request), request, response)));
	return router;
}
