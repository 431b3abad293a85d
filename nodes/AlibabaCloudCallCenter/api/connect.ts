import type { IExecuteFunctions } from 'n8n-workflow';
import { concurrency, readOptions, requestsPerSecond, timeoutSeconds } from '../../common/action/options';
import type { Connection } from '../../common/action/resource';
import { connectCcc, connectRpc, type CccClient, type RpcClient } from './transport';

/** What the node offers under Options. */
export const options = { concurrency, requestsPerSecond, timeoutSeconds: timeoutSeconds(30) };

/** The connection to the call center for one run of the node. Throws an InputError that names the option. */
export async function connect(context: IExecuteFunctions): Promise<Connection<CccClient>> {
	return await connectBy(connectCcc, context);
}

/** As `connect`, for any product of Alibaba Cloud. */
export async function connectAny(context: IExecuteFunctions): Promise<Connection<RpcClient>> {
	return await connectBy(connectRpc, context);
}

async function connectBy<Client>(open: (context: IExecuteFunctions, timeoutMs: number) => Promise<Client>, context: IExecuteFunctions): Promise<Connection<Client>> {
	const { timeoutSeconds: seconds, ...pace } = readOptions(options, context);
	return { client: await open(context, seconds * 1000), ...pace };
}
