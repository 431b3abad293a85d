import express, { type ErrorRequestHandler, type Express } from 'express';
import { recording } from '../tone';
import { createApi, type ApiDesk } from './api/server';
import { OrderError, readCampaignOrder, readDeliverOrder } from './orders';
import type { BaiyingVendor } from './vendor';

type Desk = Pick<BaiyingVendor, 'state' | 'begin' | 'beginCampaign' | 'resend'>;

/**
 * Besides Baiying's two APIs, see `createApi`:
 *
 * - `GET /recordings/:name.wav`: a recording, as Baiying's storage would serve it
 * - `POST /deliver` (`DeliverOrder`): sends one callback and answers after the first attempt, while retries continue
 * - `POST /campaigns` (`CampaignOrder`): answers at once, and the robot starts to call
 * - `POST /deliveries/:id/resend`: sends the same callback again
 * - `GET /state`: the calls and deliveries so far, see `BaiyingState`
 */
export function createApp(desk: Desk, apis: ApiDesk): Express {
	const app = express();
	app.disable('x-powered-by');
	app.use(createApi(apis));
	app.use(express.json({ limit: '5mb' }));
	app.get('/recordings/:name.wav', (request, response) => {
		response.type('audio/wav').send(recording(request.params.name));
	});
	app.get('/state', (_request, response) => void response.json(desk.state()));
	app.post('/deliver', async (request, response) => {
		const { targetUrl, kind, overrides, ...options } = readDeliverOrder(request.body);
		response.json(await desk.begin(targetUrl, kind, overrides, options).first);
	});
	app.post('/campaigns', (request, response) => {
		response.status(202).json(desk.beginCampaign(readCampaignOrder(request.body)).campaign);
	});
	app.post('/deliveries/:id/resend', async (request, response) => {
		const delivery = await desk.resend(request.params.id);
		if (delivery) response.json(delivery);
		else response.status(404).json({ error: 'There is no such delivery.' });
	});
	app.use(answerWrongOrder);
	return app;
}

const answerWrongOrder: ErrorRequestHandler = (error: unknown, _request, response, next) => {
	if (error instanceof OrderError || error instanceof SyntaxError) {
		response.status(400).json({ error: error.message });
	} else {
		next(error);
	}
};
