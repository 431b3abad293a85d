import { contactId, instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { fullRecord, simplifiedRecord } from './record';

/** Source: GetCallDetailRecord, api.aliyun.com/document/CCC/2020-07-01/GetCallDetailRecord. */
export const getCallDetailRecord = objectAction({
	operation: 'getCallDetailRecord',
	name: 'Get',
	action: 'Get call record',
	description: 'Look up one call: who, when, how long and how it ended. A call that has just ended may have no record yet.',
	fields: { instanceId, contactId },
	short: simplifiedRecord,
	full: fullRecord,
});
