import type { ICredentialType, IDataObject, INodeType } from 'n8n-workflow';
import { runNode, type NodeRun } from '../../test/support/runNode';
import { compiled } from './compiled';

/** A class of the unpacked tarball. */
export function classOf<T>(packageDir: string, source: string, name: string): new () => T {
	const found = compiled<Record<string, new () => T>>(packageDir, source)[name];
	if (!found) throw new Error(`${source} does not export ${name}`);
	return found;
}

/** The parameters of "Start back-to-back call"; the callee is the item's `phone`. */
export function callParameters(options: IDataObject): IDataObject {
	const byId = (value: string) => ({ __rl: true, mode: 'id', value });
	return {
		resource: 'call',
		operation: 'startBack2BackCall',
		instanceId: byId('ccc-test'),
		caller: '13918140000',
		callee: '={{ $json.phone }}',
		broker: byId('01021570000'),
		options,
	};
}

export function customers(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, i) => ({ phone: `137${String(i).padStart(8, '0')}` }));
}

/** The parameters of "Get many call records". */
export function recordParameters(paging: IDataObject): IDataObject {
	const instanceId = { __rl: true, mode: 'id', value: 'ccc-test' };
	return { resource: 'callRecord', operation: 'listCallDetailRecordsV2', instanceId, ...paging };
}

/** Runs the packed node through n8n's engine in this process, without n8n's server and database. */
export async function runPacked(packageDir: string, endpoint: string, items: IDataObject[], parameters: IDataObject): Promise<NodeRun> {
	const Node = classOf<INodeType>(packageDir, 'nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node', 'AlibabaCloudCallCenter');
	const Credential = classOf<ICredentialType>(packageDir, 'credentials/AlibabaCloudAccessKeyApi.credentials', 'AlibabaCloudAccessKeyApi');
	const data = { accessKeyId: 'sandbox-key-id', accessKeySecret: 'sandbox-key-secret', securityToken: '', regionId: 'cn-shanghai', endpoint };
	return await runNode({
		type: new Node(),
		credentials: [{ type: new Credential(), data }],
		parameters: parameters as never,
		items,
	});
}
