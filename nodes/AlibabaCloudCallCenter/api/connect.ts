import type { IExecuteFunctions } from 'n8n-workflow';
import { concurrency, readOptions, requestsPerSecond, timeoutSeconds } from '../../common/action/options';
import type { Connection } from '../../common/action/resource';
import { connectCcc, type CccClient } from './transport';

/** What the node offers under Options. */
export const options = { concurrency, requestsPerSecond, timeoutSeconds: timeoutSeconds(30) };

/** The connection to the call center for one run of the node. Throws an InputError that names the option. */
export async function connect(context: IExecuteFunctions): Promise<Connection<CccClient>> {
	const { timeoutSeconds: seconds, ...pace } = readOptions(options, context);
	return { client: await connectCcc(context, seconds * 1000), ...pace };
}
