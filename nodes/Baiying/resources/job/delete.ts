import { callJobId } from '../../fields';
import { valueAction } from '../kinds';

/** Source: POST /task/delete, api.byrobot.cn/doc/v2/. */
export const deleteJob = valueAction({
	operation: 'delete',
	name: 'Delete',
	action: 'Delete job',
	description: 'Remove a job from the list, which also frees its lines and seats. Only the older API can do it.',
	sends: { hmac: '/task/delete' },
	fields: { callJobId },
	output: (_data, given) => ({ deleted: true, jobId: given.callJobId }),
});
