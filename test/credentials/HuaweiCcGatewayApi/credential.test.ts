import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { HuaweiCcGatewayApi } from '../../../credentials/HuaweiCcGatewayApi.credentials';
import { AgentClient } from '../../../nodes/HuaweiContactCenter/client';
import { sessions } from '../../../nodes/HuaweiContactCenter/session/registry';
import { startHuawei, type HuaweiVendor } from '../../../sandbox/huawei';
import { createWorld, type World } from '../../../sandbox/world';
import { PASSWORD, send } from '../../nodes/HuaweiContactCenter/agents';
import { testCredential, type TestResult } from './testCredential';

let world: World;
let vendor: HuaweiVendor;

beforeEach(async () => {
	world = createWorld({ speed: 20 });
	vendor = await startHuawei(world);
});

afterEach(async () => await vendor.close());

function data(change: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
	const fields = { baseUrl: vendor.url, agentId: '291', password: PASSWORD, phoneNumber: '40038', takeOverSession: true };
	return { ...fields, allowUnauthorizedCerts: false, session: '', sessionTokens: '', ...change };
}

async function test(change: ICredentialDataDecryptedObject = {}): Promise<TestResult> {
	return await testCredential(new HuaweiCcGatewayApi(), data(change));
}

function operations(): string[] {
	return vendor.requests.map(({ operation }) => operation);
}

async function signedInElsewhere(): Promise<void> {
	const body = { password: PASSWORD, phonenum: '40038' };
	const url = `${vendor.url}/agentgateway/resource/onlineagent/291`;
	await send({ method: 'PUT', url, headers: {}, body, timeoutMs: 1000, allowUnauthorizedCerts: false });
	vendor.requests.length = 0;
}

describe('the test of the Huawei credential', () => {
	it('signs in and out again', async () => {
		expect(await test()).toEqual({ status: 'OK', message: '' });
		expect(operations()).toEqual(['login', 'logout']);
		expect(vendor.agents()[0]?.signedIn).toBe(false);
	});

	it.each(['/', '/agentgateway/resource', '/agentgateway/resource/'])('takes a base URL that ends with %s', async (end) => {
		expect(await test({ baseUrl: `${vendor.url}${end}` })).toMatchObject({ status: 'OK' });
	});

	it('takes over a session elsewhere if that is allowed', async () => {
		await signedInElsewhere();
		expect(await test()).toMatchObject({ status: 'OK' });
		expect(operations()).toEqual(['login', 'forceLogin', 'logout']);
	});

	it('reports that the agent is signed in elsewhere if that is not allowed', async () => {
		await signedInElsewhere();
		expect(await test({ takeOverSession: false })).toMatchObject({ status: 'Error', message: expect.stringContaining('already signed in elsewhere') });
		expect(operations()).toEqual(['login']);
	});

	it.each<[ICredentialDataDecryptedObject, string]>([
		[{ password: 'wrong-password' }, 'The agent ID or the password is wrong'],
		[{ phoneNumber: '99999' }, "Correct 'Phone Number' in the credential"],
		[{ agentId: '42' }, "'Agent ID' in the credential"],
		[{ baseUrl: 'gateway' }, "'Base URL' in the credential"],
		[{ baseUrl: 'http://127.0.0.1:9' }, 'Nobody answers at 127.0.0.1:9'],
	])('explains what is wrong with %j', async (change, message) => {
		const result = await test(change);
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining(message) });
		expect(result.message).not.toContain('wrong-password');
	});

	it('reports a refused sign-out', async () => {
		world.faults.add({ vendor: 'huawei', operation: 'logout', kind: 'refuse', match: { retcode: '100-010' } });
		expect(await test()).toMatchObject({ status: 'Error', message: expect.stringContaining('not be signed out again') });
	});

	it('leaves a session that a workflow is using alone', async () => {
		const client = new AgentClient({ credential: data(), execution: 'one', send, timeoutMs: 1000, waitMs: 0, keepMs: 0, stayMs: 0 }, sessions);
		await client.own();
		expect(await test()).toMatchObject({ status: 'Error', message: expect.stringContaining('in use by a workflow') });
		expect(vendor.agents()[0]?.signIns).toHaveLength(1);
		expect(vendor.agents()[0]?.signedIn).toBe(true);
		await client.close();
		expect(vendor.agents()[0]?.signedIn).toBe(false);
	});
});

describe('another request with the Huawei credential', () => {
	const helpers = { httpRequest: async () => await Promise.reject(new Error('no request is expected')) };

	it("carries the keys of the workflow's own session", async () => {
		const client = new AgentClient({ credential: data(), execution: 'one', send, timeoutMs: 1000, waitMs: 0, keepMs: 0, stayMs: 0 }, sessions);
		const session = await client.own();
		const type = new HuaweiCcGatewayApi();
		const keys = await type.preAuthentication.call({ helpers } as never, data());
		const url = `${vendor.url}/agentgateway/resource/onlineagent/291/agentstatus`;
		const signed = await type.authenticate({ ...data(), ...keys } as ICredentialDataDecryptedObject, { url, headers: { Accept: 'application/json' } });
		expect(signed.headers).toEqual({ Accept: 'application/json', ...session.gateway.keyHeaders() });
		expect(signed.headers).toMatchObject({ Guid: expect.any(String), Cookie: expect.stringContaining('JSESSIONID=') });
		expect(keys.session).toBe('');
		await client.close();
	});
});
