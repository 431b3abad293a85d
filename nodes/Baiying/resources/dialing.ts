import type { IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../../common/action/resource';
import type { BaiyingClient } from '../api/client';
import { connect } from '../api/connect';
import { doNotCallList } from './blacklist/doNotCallList';

/** The connection to Baiying for what calls customers. Throws an InputError that names the option. */
export async function connectDialing(context: IExecuteFunctions): Promise<Connection<BaiyingClient>> {
	const connection = await connect(context);
	return { ...connection, doNotCallList: doNotCallList(connection.client) };
}
