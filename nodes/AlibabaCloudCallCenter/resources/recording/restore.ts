import type { IDataObject } from 'n8n-workflow';
import { rowsOf } from '../../api/response';
import type { CccClient } from '../../api/transport';

/**
 * Asks for an archived file to be restored, or whether that is done: it is the same request.
 *
 * Source: RestoreArchivedRecordings, help.aliyun.com (the status is Completed or Progressing).
 */
export async function isRestoring(send: CccClient, { instanceId, contactId }: { instanceId: string; contactId: string }): Promise<boolean> {
	const { data } = await send('RestoreArchivedRecordings', { instanceId, contactIds: [contactId] });
	return rowsOf(data).some(({ status }) => status === 'Progressing');
}

/** The vendor writes True and False as text. */
export function exists({ exists: given }: IDataObject): unknown {
	return typeof given === 'string' ? given.toLowerCase() === 'true' : given;
}
