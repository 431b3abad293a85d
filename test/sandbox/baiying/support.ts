import express from 'express';
import { listen, type RunningServer } from '../../../sandbox/server';

export interface Received {
	path: string;
	token: string | undefined;
	contentType: string | undefined;
	body: Record<string, unknown>;
	text: string;
}

export interface Receiver extends RunningServer {
	received: Received[];
	/** The answers, in order; then `success` forever. A number is an HTTP status. */
	answers: Array<string | number>;
}

/** A server that accepts callbacks. */
export async function startReceiver(...answers: Array<string | number>): Promise<Receiver> {
	const received: Received[] = [];
	const app = express();
	app.use(express.text({ type: () => true, limit: '5mb' }));
	app.post('/{*path}', (request, response) => {
		const text = request.body as string;
		let body: Record<string, unknown> = {};
		try {
			body = JSON.parse(text) as Record<string, unknown>;
		} catch {
			// a test looks at `text`
		}
		const token = typeof request.query.token === 'string' ? request.query.token : undefined;
		received.push({ path: request.path, token, contentType: request.headers['content-type'], body, text });
		const answer = answers.shift() ?? 'success';
		if (typeof answer === 'number') response.status(answer).send('no');
		else response.send(answer);
	});
	const server = await listen(app, 0);
	return { ...server, received, answers };
}
