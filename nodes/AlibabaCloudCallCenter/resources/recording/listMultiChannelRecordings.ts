import type { IDataObject } from 'n8n-workflow';
import { isoTime } from '../../api/response';
import { contactId, instanceId } from '../../fields';
import { listAction } from '../kinds';
import { listFields, shortRecording } from './list';

/** When the customer was on hold. */
function holds({ holdTimeSegments }: IDataObject): unknown {
	if (!Array.isArray(holdTimeSegments)) return undefined;
	return (holdTimeSegments as IDataObject[]).map(({ startTime, endTime }) => ({ startedAt: isoTime(startTime), endedAt: isoTime(endTime) }));
}

/** Source: ListMultiChannelRecordings, api.aliyun.com/document/CCC/2020-07-01/ListMultiChannelRecordings. */
export const listMultiChannelRecordings = listAction({
	operation: 'listMultiChannelRecordings',
	name: 'Get Many Multi-Channel',
	action: 'Get many multi-channel recordings',
	description: 'List the recordings of a call that have a track for each party, with temporary addresses and the times on hold',
	fields: { instanceId, contactId },
	additionalFields: listFields,
	short: { ...shortRecording, holds },
});
