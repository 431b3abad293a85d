import { instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { jobId, number } from './fields';

/** Source: RemoveBlacklistCallTagging, api.aliyun.com/document/CCC/2020-07-01/RemoveBlacklistCallTagging. */
export const removeBlacklistCallTagging = commandAction({
	operation: 'removeBlacklistCallTagging',
	name: 'Remove',
	action: 'Remove blacklisted number',
	description: 'Take a number off the blacklist, so that its calls get through again',
	fields: { instanceId, number },
	additionalFields: { jobId },
});
