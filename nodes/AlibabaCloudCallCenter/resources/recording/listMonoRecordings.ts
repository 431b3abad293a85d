import { contactId, instanceId } from '../../fields';
import { listAction } from '../kinds';
import { listFields, shortRecording } from './list';

/** Source: ListMonoRecordings, api.aliyun.com/document/CCC/2020-07-01/ListMonoRecordings. */
export const listMonoRecordings = listAction({
	operation: 'listMonoRecordings',
	name: 'Get Many',
	action: 'Get many recordings',
	description: 'List the recordings of a call, one for each agent who took part, with temporary addresses. A call that was transferred has several.',
	fields: { instanceId, contactId },
	additionalFields: listFields,
	short: shortRecording,
});
