import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Action, Settings } from '../../../nodes/common/action/action';
import { VendorError } from '../../../nodes/common/vendor/errors';
import { resources } from '../../../nodes/HuaweiContactCenter/resources';
import { AgentClient, type AgentRun } from '../../../nodes/HuaweiContactCenter/client';
import type { Send } from '../../../nodes/HuaweiContactCenter/gateway/http';
import { SessionRegistry } from '../../../nodes/HuaweiContactCenter/session/registry';
import type { Timing } from '../../../nodes/HuaweiContactCenter/session/timing';
import { startHuawei, type HuaweiOptions, type HuaweiVendor } from '../../../sandbox/huawei';
import { createWorld, type World } from '../../../sandbox/world';
import { FAST, SPEED } from './timing';

export { FAST, SPEED };

export const CUSTOMER = '13720000000';

export const PASSWORD = 'sandbox-agent-password';

/** Sends as n8n's helper does: the answer, whatever its status. */
export const send: Send = async ({ method, url, headers, body, timeoutMs, signal }) => {
	const answer = await axios.request({ method, url, headers, data: body, timeout: timeoutMs, signal, validateStatus: () => true, maxRedirects: 0 });
	return { status: answer.status, headers: answer.headers, body: answer.data as unknown };
};

export interface Bench {
	world: World;
	vendor: HuaweiVendor;
	registry: SessionRegistry;
	credential: ICredentialDataDecryptedObject;
	/** A node run of the execution. */
	client(run?: Partial<AgentRun>): AgentClient;
	/** How often the vendor has seen the operation. */
	count(operation: string): number;
}

/** A vendor and an empty registry. */
export async function startBench(options: Partial<HuaweiOptions> = {}, timing: Partial<Timing> = {}): Promise<Bench> {
	const world = createWorld({ speed: SPEED });
	const vendor = await startHuawei(world, options);
	const registry = new SessionRegistry({ ...FAST, ...timing });
	const credential = { baseUrl: vendor.url, agentId: '291', password: PASSWORD, phoneNumber: '40038', takeOverSession: true };
	const standard: AgentRun = { credential, execution: 'one', send, timeoutMs: 1000, waitMs: 500, keepMs: 0, stayMs: 60_000 };
	return {
		world,
		vendor,
		registry,
		credential,
		client: (run = {}) => new AgentClient({ ...standard, ...run }, registry),
		count: (operation) => vendor.requests.filter((request) => request.operation === operation).length,
	};
}

/** Waits until the condition holds; fails after a while. */
export async function eventually(condition: () => boolean, limitMs = 3000): Promise<void> {
	const deadline = Date.now() + limitMs;
	while (!condition()) {
		if (Date.now() > deadline) throw new Error(`still not: ${condition.toString()}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

function action(operation: string): Action<AgentClient> {
	const found = resources.flatMap(({ actions }) => actions).find((candidate) => candidate.operation === operation);
	if (!found) throw new Error(`no action ${operation}`);
	return found;
}

/** One item of a node run, as the runner performs it. */
export async function perform(client: AgentClient, operation: string, raw: IDataObject = {}, additional: IDataObject = {}, settings: Partial<Settings> = {}): Promise<IDataObject> {
	const found = action(operation);
	const values = found.read((name) => raw[name] ?? found.fields[name]?.property.default, additional);
	const { results } = await found.perform(client, values, { simplify: true, timeZone: 'Asia/Shanghai', ...settings });
	return (results[0] ?? {}) as IDataObject;
}

/** A node run with one item. */
export async function run(client: AgentClient, operation: string, raw: IDataObject = {}, additional: IDataObject = {}): Promise<IDataObject> {
	try {
		return await perform(client, operation, raw, additional);
	} finally {
		await client.close();
	}
}

/** The VendorError that the promise ends with. */
export async function failure(promise: Promise<unknown>): Promise<VendorError> {
	const error = await promise.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (!(error instanceof VendorError)) throw new Error(`no VendorError but ${String(error)}`);
	return error;
}

/** A client of another process: it shares nothing but the vendor. */
export function elsewhere(bench: Bench): AgentClient {
	const { run: mine } = bench.client();
	return new AgentClient({ ...mine, execution: 'elsewhere' }, new SessionRegistry(FAST));
}

/** Ends a test: every agent is signed out, no poll continues, and there never were two polls at a time. */
export async function endBench(bench: Bench): Promise<void> {
	try {
		await eventually(() => bench.registry.size === 0);
		await eventually(() => bench.vendor.agents().every(({ signedIn, pollsInFlight }) => !signedIn && pollsInFlight === 0));
		expect(Math.max(...bench.vendor.agents().map(({ maxConcurrentPolls }) => maxConcurrentPolls))).toBeLessThanOrEqual(1);
	} finally {
		await bench.vendor.close();
	}
}
