import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HuaweiCcGatewayApi } from '../../../credentials/HuaweiCcGatewayApi.credentials';
import { HuaweiContactCenter } from '../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { runNode } from '../../support/runNode';

const PASSWORD = 'a/very+secret=pass word';
const GUID = 'JSESSIONID=guid-of-the-session.AgentGateway0';
const COOKIE = 'cookie-of-the-session';

let server: Server;

/** A gateway that lets the agent sign in, refuses everything else, and repeats everything that it has received. */
beforeAll(async () => {
	server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			const message = `Refused: ${PASSWORD} ${encodeURIComponent(body)} ${JSON.stringify(request.headers)} ${body}`;
			const retcode = /onlineagent\/\d+$/.test(request.url ?? '') ? '0' : '100-007';
			response.writeHead(200, { 'content-type': 'application/json', 'set-guid': GUID, 'set-cookie': `JSESSIONID=${COOKIE}; Path=/` });
			response.end(JSON.stringify({ retcode, message, result: {} }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}

it('nothing secret leaks from a gateway that repeats what it received', async () => {
	const { port } = server.address() as AddressInfo;
	const data = { baseUrl: `http://127.0.0.1:${port}`, agentId: '291', password: PASSWORD, phoneNumber: '40038', takeOverSession: true };
	const { run, error } = await runNode({
		type: new HuaweiContactCenter(),
		credentials: [{ type: new HuaweiCcGatewayApi(), data }],
		parameters: { resource: 'call', operation: 'callOut', called: '13720000000', waitFor: 'accepted' },
	});
	const shown = JSON.stringify([run, error, error?.message, error?.description]);
	expect(error?.description).toMatch(/^Code: 100-007 · Message: Refused: \*\*\*/);
	const secrets = [PASSWORD, encodeURIComponent(PASSWORD), Buffer.from(PASSWORD).toString('base64'), 'guid-of-the-session', COOKIE];
	expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
});
