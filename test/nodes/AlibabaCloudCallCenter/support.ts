import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import type { AlibabaOptions } from '../../../sandbox/alibaba/options';
import { createWorld, type World } from '../../../sandbox/world';
import { runNode, type NodeRun, type NodeToRun } from '../../support/runNode';

export const KEY = { accessKeyId: 'sandbox-key-id', accessKeySecret: 'sandbox-key-secret', securityToken: '', regionId: 'cn-shanghai' };

/** The vendor of the running test; `start` makes a new one. */
export let world: World;
export let vendor: AlibabaVendor;

export async function start(options: AlibabaOptions = {}, speed = 100): Promise<void> {
	await vendor?.close();
	world = createWorld({ speed });
	vendor = await startAlibaba(world, options);
}

export function locator(value: string): NodeParameterValueType {
	return { __rl: true, mode: 'id', value };
}

export const START = {
	resource: 'call',
	operation: 'startBack2BackCall',
	instanceId: locator('ccc-test'),
	caller: '13918140000',
	callee: '={{ $json.phone }}',
	broker: locator('01021570000'),
};

export function phones(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, i) => ({ phone: `1372000${String(i).padStart(4, '0')}` }));
}

interface Call extends Partial<Omit<NodeToRun, 'type' | 'credentials'>> {
	key?: Partial<typeof KEY> & { endpoint?: string };
}

export async function call({ key, ...rest }: Call = {}): Promise<NodeRun> {
	const data = { ...KEY, endpoint: vendor.url, ...key };
	return await runNode({
		type: new AlibabaCloudCallCenter(),
		credentials: [{ type: new AlibabaCloudAccessKeyApi(), data }],
		parameters: START,
		items: phones(1),
		...rest,
	});
}
