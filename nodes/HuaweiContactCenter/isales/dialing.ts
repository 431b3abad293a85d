import type { IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../../common/action/resource';
import { doNotCallList } from './blocklist';
import { connectISales, type ISalesClient } from './client';

/** The connection to CC-iSales for what calls customers. Throws an InputError that names the option. */
export async function connectDialing(context: IExecuteFunctions): Promise<Connection<ISalesClient>> {
	const connection = await connectISales(context);
	return { ...connection, doNotCallList: doNotCallList(connection.client) };
}
