import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { Fault } from '../faults';
import type { World } from '../world';
import { answerOf, refusalBy, send, strikesBefore } from './answer';
import type { Gateway } from './gateway';
import { withoutPassword, type RequestRecord } from './requestLog';
import { Refusal } from './retcodes';
import type { Exchange, Route } from './route';
import { ROUTES } from './routes';

const BASE_PATH = '/agentgateway/resource';

/** The gateway's HTTP interface. Each request is appended to the log. */
export function createApp(world: World, gateway: Gateway, log: RequestRecord[]): Express {
	const resource = express.Router();
	resource.use(express.json({ limit: '256kb' }), refuseBody);
	for (const route of ROUTES) {
		resource[route.method](route.path, async (request, response) => {
			await serve(route, request, response);
		});
	}
	for (const route of ROUTES) resource.all(route.path, refuseMethod);
	return express().disable('x-powered-by').use(BASE_PATH, resource);

	async function serve(route: Route, request: Request, response: Response): Promise<void> {
		const exchange = takeApart(gateway, request, response);
		const fault = strike(world, route.operation, exchange);
		const entry: RequestRecord = {
			at: world.clock.now(),
			operation: route.operation,
			method: request.method,
			path: request.url,
			agentId: exchange.agentId,
			body: withoutPassword(exchange.body),
			...(fault && { fault: fault.kind }),
		};
		log.push(entry);
		if (strikesBefore(fault, response)) return;
		const refusal = refusalBy(fault, route.operation);
		const answer = await answerOf(() => {
			if (refusal) throw refusal;
			return route.run(exchange);
		});
		entry.retcode = answer.retcode;
		await send(answer, fault, response);
	}
}

function takeApart(gateway: Gateway, request: Request, response: Response): Exchange {
	const gone = new AbortController();
	response.once('close', () => gone.abort());
	const path = textsOf(request.params);
	return {
		gateway,
		agentId: path.agentId ?? '',
		path,
		query: textsOf(request.query),
		body: isObject(request.body) ? request.body : {},
		guid: request.get('guid') ?? '',
		cookies: request.get('cookie') ?? '',
		clientGone: gone.signal,
	};
}

/** A fault may name the code to answer with: `match: { retcode: '200-001' }`. So the code counts as one of the parameters. */
function strike(world: World, operation: string, exchange: Exchange): Fault | undefined {
	const { path, query, body } = exchange;
	const wanted = world.faults
		.list()
		.filter((fault) => fault.vendor === 'huawei' && (fault.operation ?? operation) === operation)
		.find((fault) => fault.match?.retcode !== undefined);
	const retcode = textsOf({ retcode: wanted?.match?.retcode });
	return world.faults.strike('huawei', operation, { ...textsOf(body), ...query, ...path, ...retcode });
}

function textsOf(values: object): Record<string, string> {
	const simple = Object.entries(values).filter(([, value]) => /^(string|number|boolean)$/.test(typeof value));
	return Object.fromEntries(simple.map(([name, value]) => [name, String(value)]));
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuseMethod(request: Request, response: Response): void {
	const allowed = ROUTES.filter(({ path }) => path === (request.route as { path: string }).path);
	response
		.status(405)
		.set('Allow', allowed.map(({ method }) => method.toUpperCase()).join(', '))
		.type('text')
		.send('Method Not Allowed');
}

/** A body that isn't JSON. */
const refuseBody: ErrorRequestHandler = (_error, _request, response, _next) => {
	const { retcode, message } = new Refusal('000-006');
	response.json({ message, retcode });
};
