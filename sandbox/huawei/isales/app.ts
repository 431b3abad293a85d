import express, { type Express, type Request, type Response } from 'express';
import type { Fault } from '../../faults';
import { endsAfter, endsBefore } from '../../strike';
import { admitted, type Admitted } from './admission';
import { BEHAVIOURS, type Office } from './behaviours';
import { ISalesError, parameterError } from './errors';
import { isSigned, type Keys } from './signature';

export interface Desk {
	office: Office;
	keys: Keys;
	vdnId: string;
	/** Requests that were admitted, oldest first. */
	log: Admitted[];
}

function bodyOf(text: string): Record<string, unknown> {
	if (text === '') return {};
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		throw parameterError('The body is not JSON');
	}
}

const FAULTS: Partial<Record<Fault['kind'], ISalesError>> = {
	refuse: parameterError('Refused by the sandbox'),
	throttle: new ISalesError('HTTP 429', 'Too many requests', 429),
	errorBefore: new ISalesError('HTTP 500', 'Internal error', 500),
};

async function serve({ office, keys, vdnId, log }: Desk, request: Request, response: Response): Promise<object | undefined> {
	const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
	if (!isSigned(request, text, keys, office.world.clock.wall())) throw new ISalesError('HTTP 401', 'Unauthorized', 401);
	const { searchParams, pathname } = new URL(request.originalUrl, 'http://isales');
	const received = { method: request.method, path: pathname, query: Object.fromEntries(searchParams), body: bodyOf(text) };
	const asked = admitted(received, vdnId);
	log.push(asked);
	const fault = office.world.faults.strike('huawei', asked.operation);
	if (fault && endsBefore(fault, response)) return undefined;
	if (fault && FAULTS[fault.kind]) throw FAULTS[fault.kind] as ISalesError;
	const answer = BEHAVIOURS[asked.operation]?.(office, asked.params, asked) ?? {};
	if (fault && (await endsAfter(fault, response))) return undefined;
	if (fault?.kind === 'errorAfter') throw new ISalesError('HTTP 500', 'Internal error', 500);
	return answer;
}

function codes(code: string, description: string): object {
	return { resultCode: code, resultDesc: description, returnCode: code, returnDesc: description };
}

/** The campaigns of Huawei's contact center (CC-iSales), below `/rest/isales`. */
export function createApp(desk: Desk): Express {
	const app = express();
	app.use(express.raw({ type: () => true, limit: '5mb' }), async (request: Request, response: Response) => {
		try {
			const answer = await serve(desk, request, response);
			if (answer) response.json({ ...codes('0200000', 'Success'), ...answer });
		} catch (error) {
			if (!(error instanceof ISalesError)) throw error;
			if (error.status === 200 || error.status === 404) response.status(error.status).json(codes(error.code, error.message));
			else response.status(error.status).send(error.message);
		}
	});
	return app;
}
