import axios from 'axios';
import express from 'express';
import { listen } from '../../../sandbox/server';

test('serves on loopback, on any free port', async () => {
	const app = express();
	app.get('/', (_request, response) => void response.send('hello'));
	const server = await listen(app, 0);
	expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
	expect((await axios.get(server.url, { proxy: false })).data).toBe('hello');
	await server.close();
	await expect(axios.get(server.url, { proxy: false })).rejects.not.toHaveProperty('response.status');
	await (await listen(app, server.port)).close();
});

test('reports a port that is taken', async () => {
	const first = await listen(express(), 0);
	await expect(listen(express(), first.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
	await first.close();
});

test('close destroys requests that hang', async () => {
	const app = express();
	const arrived = new Promise<void>((resolve) => {
		app.get('/', () => resolve());
	});
	const server = await listen(app, 0);
	const request = axios.get(server.url, { proxy: false }).catch((error: { code?: string }) => error.code);
	await arrived;
	await server.close();
	expect(await request).toBe('ECONNRESET');
});
