import { startHuawei, type HuaweiOptions, type HuaweiVendor } from '../../../sandbox/huawei';
import { createWorld, type World } from '../../../sandbox/world';
import { AgentClient } from './agentClient';

export interface Setup {
	world: World;
	huawei: HuaweiVendor;
	/** An agent's client that isn't signed in yet. */
	client(agentId?: string, phoneNumber?: string): AgentClient;
}

const started: HuaweiVendor[] = [];

/** A gateway whose minute takes 0.6 seconds. */
export async function setUp(options: Partial<HuaweiOptions> = {}, speed = 100): Promise<Setup> {
	const world = createWorld({ speed });
	const huawei = await startHuawei(world, options);
	started.push(huawei);
	return { world, huawei, client: (id, phone) => new AgentClient(huawei.url, id, phone) };
}

export async function closeAll(): Promise<void> {
	await Promise.all(started.splice(0).map(async (huawei) => await huawei.close()));
}
