import express, { type ErrorRequestHandler } from 'express';
import { join } from 'node:path';
import { listen, type RunningServer } from '../server';
import { reset, sandboxState, type Town } from '../state';
import { InputError, readBehaviour, readFault } from './control';
import { view } from './view';

/**
 * The live page, and the control interface:
 *
 * - `GET /state`: everything that happened, see `SandboxState`
 * - `GET /certificate.pem`: what a client has to trust that uses the vendors' HTTPS addresses
 * - `POST /faults` (a `Fault`), `DELETE /faults`: switches faults on, and all of them off
 * - `POST /phones/:phone` (a `Partial<PhoneBehaviour>`): what the phone does when it rings; answers what it will do
 * - `POST /reset`: forgets everything
 *
 * A request that it can't understand is answered with HTTP 400 and `{ "error": "…" }`.
 */
export async function startPage(town: Town, port: number): Promise<RunningServer> {
	const { faults, phones } = town.world;
	const app = express();
	app.disable('x-powered-by');
	app.use(express.json());
	app.get('/', (_request, response) => response.sendFile(join(__dirname, 'page.html')));
	app.get('/view', (_request, response) => void response.json(view(sandboxState(town))));
	app.get('/state', (_request, response) => void response.json(sandboxState(town)));
	app.get('/certificate.pem', (_request, response) => void response.type('application/x-pem-file').send(town.alibaba.certificate));
	app.post('/faults', (request, response) => {
		faults.add(readFault(request.body));
		response.status(201).json(faults.list());
	});
	app.delete('/faults', (_request, response) => {
		faults.clear();
		response.status(204).end();
	});
	app.post('/phones/:phone', (request, response) => {
		const { phone } = request.params;
		phones.setBehaviour(phone, readBehaviour(request.body));
		response.json(phones.behaviour(phone));
	});
	app.post('/reset', (_request, response) => {
		reset(town);
		response.status(204).end();
	});
	app.use(answerWrongInput);
	return await listen(app, port);
}

const answerWrongInput: ErrorRequestHandler = (error: unknown, _request, response, next) => {
	if (error instanceof InputError || error instanceof SyntaxError) {
		response.status(400).json({ error: error.message });
	} else {
		next(error);
	}
};
