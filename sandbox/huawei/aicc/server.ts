import express, { type Express, type Request, type Response } from 'express';
import { readAiccFacts, type AiccFacts } from '../../../catalogue/aiccFacts';
import type { Fault } from '../../faults';
import { endsAfter, endsBefore } from '../../strike';
import type { World } from '../../world';
import { admitted, type Fields } from './admission';
import { behave, type Tenancy } from './behaviours';
import { AiccRefusal, StatusRefusal } from './errors';
import type { TokenOffice } from './tokens';

/** A request that was admitted. */
export interface AiccRequest {
	operation: string;
	fields: Fields;
}

export interface AiccDesk extends Tenancy {
	world: World;
	tokens: TokenOffice;
	/** Oldest first. */
	log: AiccRequest[];
}

/** Serial numbers go out as numbers with all their digits, which JavaScript cannot write. */
function written(body: object, numericSerialNo: boolean): string {
	const text = JSON.stringify(body);
	return numericSerialNo ? text.replace(/("callSerialNo":)"(\d+)"/g, '$1$2') : text;
}

function textsOf(fields: Fields): Record<string, string> {
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}

function faultBefore({ kind, match }: Fault): Error | undefined {
	if (kind === 'refuse') return match?.code === undefined ? new StatusRefusal(403, 'Forbidden') : new AiccRefusal(match.code, 'Refused by the fault');
	if (kind === 'throttle') return new StatusRefusal(429, 'Too Many Requests');
	return kind === 'errorBefore' ? new StatusRefusal(503, 'Service Unavailable') : undefined;
}

function checkToken({ tokens, options }: AiccDesk, request: Request): void {
	const [scheme, token = ''] = (request.get('authorization') ?? '').split(' ');
	const isRight = request.get('x-app-key') === options.appKey && scheme === 'Bearer' && tokens.isGood(token);
	if (!isRight) throw new StatusRefusal(401, 'Unauthorized');
}

/** A fault may name the code to answer with: `match: { code: '5' }`. So the code counts as one of the fields. */
function strike({ world }: AiccDesk, operation: string, fields: Fields): Fault | undefined {
	const wanted = world.faults.list().find((fault) => fault.vendor === 'huawei' && fault.operation === operation && fault.match?.code !== undefined);
	return world.faults.strike('huawei', operation, { ...textsOf(fields), ...(wanted?.match?.code === undefined ? {} : { code: wanted.match.code }) });
}

async function serve(desk: AiccDesk, facts: AiccFacts, request: Request, response: Response): Promise<object | undefined> {
	checkToken(desk, request);
	const fields = admitted(request.body, facts, desk.options.bodyEdition);
	desk.log.push({ operation: facts.name, fields });
	const fault = strike(desk, facts.name, fields);
	if (fault && endsBefore(fault, response)) return undefined;
	const refusal = fault && faultBefore(fault);
	if (refusal) throw refusal;
	let answer = behave(desk, facts, fields);
	if (fault?.kind === 'repeat') answer = behave(desk, facts, fields);
	if (fault && (await endsAfter(fault, response))) return undefined;
	if (fault?.kind === 'errorAfter') throw new StatusRefusal(502, 'Bad Gateway');
	return { [facts.code]: '0', ...answer };
}

async function issueToken({ tokens, world }: AiccDesk, request: Request, response: Response): Promise<object | undefined> {
	const fault = world.faults.strike('huawei', 'tokenByAkSk');
	if (fault && endsBefore(fault, response)) return undefined;
	const refusal = fault && faultBefore(fault);
	if (refusal) throw refusal;
	const token = await tokens.issue(request.body, request.get('x-token-expire'));
	return fault && (await endsAfter(fault, response)) ? undefined : token;
}

function refused(error: unknown, code: AiccFacts['code']): { status: number; body: object } {
	if (error instanceof StatusRefusal) return { status: error.status, body: { error_msg: error.message } };
	if (!(error instanceof AiccRefusal)) throw error;
	const message = { retCode: 'retMsg', returnCode: 'description', resultCode: 'resultMessage' }[code];
	return { status: 200, body: { [code]: error.code, [message]: error.message } };
}

/**
 * AICC's interfaces for applications.
 *
 * - `POST /apigovernance/api/oauth/tokenByAkSk`: an access token
 * - `POST /apiaccess/…`: with app key and token, the interfaces of the catalogue
 */
export function createApp(desk: AiccDesk): Express {
	const app = express().disable('x-powered-by');
	app.use(express.json({ limit: '256kb' }));
	const route = (path: string, code: AiccFacts['code'], work: (request: Request, response: Response) => Promise<object | undefined>) =>
		app.post(path, async (request, response) => {
			const answer = await work(request, response).then(
				(body) => body && { status: 200, body },
				(error: unknown) => refused(error, code),
			);
			if (answer && !response.destroyed) response.status(answer.status).type('json').send(written(answer.body, desk.options.numericSerialNo));
		});
	route('/apigovernance/api/oauth/tokenByAkSk', 'retCode', async (request, response) => await issueToken(desk, request, response));
	for (const facts of readAiccFacts()) {
		route(facts.path, facts.code, async (request, response) => await serve(desk, facts, request, response));
	}
	return app;
}
