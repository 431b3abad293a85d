import type { IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { CallWatch } from './callWatch';
import { doNotCallList } from '../doNotCallList';

/** Sends requests, and waits for the ends of calls: one watch for all items of a run. */
export type CallClient = CccClient & { watch: CallWatch };

export async function connectCalls(context: IExecuteFunctions): Promise<Connection<CallClient>> {
	const { client, ...pace } = await connect(context);
	return { client: Object.assign(client, { watch: new CallWatch(client) }), doNotCallList: doNotCallList(client), ...pace };
}
