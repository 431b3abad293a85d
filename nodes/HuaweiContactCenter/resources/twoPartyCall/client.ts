import type { IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../../../common/action/resource';
import type { AiccClient } from '../../aicc/client';
import { connectAicc } from '../../aicc/connect';
import { EndWatch } from './endWatch';

/** Sends requests, and waits for the ends of calls: one watch for all items of a run. */
export interface CallClient extends AiccClient {
	watch: EndWatch;
}

export async function connectCalls(context: IExecuteFunctions): Promise<Connection<CallClient>> {
	const { client, ...pace } = await connectAicc(context);
	return { client: Object.assign(client, { watch: new EndWatch(client) }), ...pace };
}
