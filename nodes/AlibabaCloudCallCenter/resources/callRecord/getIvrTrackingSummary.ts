import { fromJsonText } from '../../api/response';
import { contactId, instanceId } from '../../fields';
import { valueAction } from '../kinds';

/** Source: GetIvrTrackingSummary, api.aliyun.com/document/CCC/2020-07-01/GetIvrTrackingSummary. */
export const getIvrTrackingSummary = valueAction({
	operation: 'getIvrTrackingSummary',
	name: 'Get IVR Summary',
	action: 'Get IVR summary of call record',
	description: 'Get in short which way a call took through the voice menu',
	fields: { instanceId, contactId },
	result: 'summary',
	read: fromJsonText,
});
