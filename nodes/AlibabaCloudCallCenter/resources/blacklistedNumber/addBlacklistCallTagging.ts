import { instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { jobId, number } from './fields';

/** Source: AddBlacklistCallTagging, api.aliyun.com/document/CCC/2020-07-01/AddBlacklistCallTagging. */
export const addBlacklistCallTagging = commandAction({
	operation: 'addBlacklistCallTagging',
	name: 'Add',
	action: 'Add blacklisted number',
	description: 'Mark a number as a nuisance, so that the contact flow can turn its calls away',
	fields: { instanceId, number },
	additionalFields: { jobId },
});
