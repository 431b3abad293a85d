import { JOB } from '../../api/operationNames';
import { callJobId, companyId } from '../../fields';
import { objectAction } from '../kinds';
import { simplifiedJob } from './job';

/** Sources: byai.openapi.calljob.detail.get; GET /task/getTaskDetail, api.byrobot.cn/doc/v2/. */
export const get = objectAction({
	operation: 'get',
	name: 'Get',
	action: 'Get job',
	description: 'Get the state and the counters of a job. The effect of a start, pause or stop shows after some seconds.',
	sends: JOB,
	fields: { companyId, callJobId },
	short: simplifiedJob,
});
