import { textList } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { listAction } from '../kinds';
import { exists } from './restore';

const contactIds = textList({
	displayName: 'Job IDs',
	description: 'The calls whose recordings to restore. Separate several IDs with commas.',
	example: 'job-65735740600893440, job-65735740600893441',
	toFill: 'use the job IDs of the calls, for example {{ $json.jobId }}',
});

/** Source: RestoreArchivedRecordings, api.aliyun.com/document/CCC/2020-07-01/RestoreArchivedRecordings (the status is Completed or Progressing). */
export const restoreArchivedRecordings = listAction({
	operation: 'restoreArchivedRecordings',
	name: 'Restore Archived',
	action: 'Restore archived recordings',
	description: 'Make archived recordings readable again. While the status is Progressing, run it again later to see whether it is Completed.',
	fields: { instanceId, contactIds },
	short: { jobId: 'contactId', exists, status: 'status', storageType: 'storageType' },
});
