import { dateTime } from '../../../common/action/dateTime';
import { choice, text, yesNo } from '../../../common/action/fields';
import { JOBS } from '../../api/operationNames';
import { companyId, olderApiOnly } from '../../fields';
import { chinaDate } from '../../fields/dates';
import { pageAction } from '../kinds';
import { simplifiedJob } from './job';

const jobName = text({ displayName: 'Job Name', description: 'Return only the jobs with this in their name', example: 'Renewals' });

const createDate = olderApiOnly(dateTime({ displayName: 'Created On', description: 'Return only the jobs that were created on this day, in China' }));

const status = olderApiOnly(
	choice({
		displayName: 'Status',
		description: 'Return only the jobs in this state',
		default: 1,
		choices: [
			{ name: 'AI Expired', value: 8 },
			{ name: 'Completed', value: 2 },
			{ name: 'Line in Arrears', value: 9 },
			{ name: 'Not Started', value: 0 },
			{ name: 'Paused by System', value: 5 },
			{ name: 'Paused by User', value: 4 },
			{ name: 'Queued', value: 7 },
			{ name: 'Runnable', value: 3 },
			{ name: 'Running', value: 1 },
			{ name: 'SMS in Arrears', value: 10 },
			{ name: 'Terminated', value: 6 },
		],
	}),
);

const needAll = olderApiOnly(yesNo({ displayName: 'Include Deleted', description: 'Whether to return deleted jobs as well', default: true }));

/** Sources: open.byai.com/v2/operations/calljob-list.html; GET /task/getTasks, api.byrobot.cn/doc/v2/. */
export const getMany = pageAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many jobs',
	description: 'Get the jobs of the company, the newest first. The older API returns the counters only for a single job.',
	sends: JOBS,
	pageSize: { openPlatform: 200, hmac: 100 },
	fields: { companyId },
	filters: { createDate, jobName, needAll, status },
	values: ({ createDate: day, ...given }) => ({ ...given, createDate: day === undefined ? undefined : chinaDate(day) }),
	short: simplifiedJob,
});
