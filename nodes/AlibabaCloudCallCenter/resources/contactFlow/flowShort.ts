import type { IDataObject } from 'n8n-workflow';
import { isoTime } from '../../api/response';
import type { ShortForm } from '../kinds';

/** A time as ISO 8601. A date and time as the vendor's pages show it stays as it is, since its time zone is not documented. */
function timeOrText(name: string): (row: IDataObject) => unknown {
	return (row) => isoTime(row[name]) ?? row[name];
}

/** The short form of a contact flow, without its definition. */
export const flowShort: ShortForm = {
	contactFlowId: 'contactFlowId',
	name: 'name',
	type: 'type',
	published: 'published',
	description: 'description',
	draftId: 'draftId',
	editor: 'editor',
	createdAt: timeOrText('createdTime'),
	updatedAt: timeOrText('updatedTime'),
};
