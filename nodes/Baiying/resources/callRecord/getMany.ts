import { choice, wholeNumber } from '../../../common/action/fields';
import { inOrder } from '../../../common/action/order';
import { CALLS_PER_PAGE, DONE_CALLS } from '../../api/operationNames';
import { FINISH_STATUSES } from '../../callback/names';
import { callJobId, companyId, olderApiOnly } from '../../fields';
import { pageAction } from '../kinds';
import { listedCall } from './record';

const MOST_SECONDS = 86_400;

function bound(displayName: string, description: string, max: number, unit: string) {
	return olderApiOnly(wholeNumber({ displayName, description, default: 0, min: 0, max, unit }));
}

const finishStatus = olderApiOnly(
	choice({
		displayName: 'Finish Status',
		description: 'Return only the calls that ended in this way',
		default: 0,
		choices: FINISH_STATUSES.map(({ code, label }) => ({ name: label, value: code })).sort((a, b) => inOrder(a.name, b.name)),
	}),
);

/** Sources: byai.openapi.calljob.calldone.list; POST /task/queryDoneTaskPhones, api.byrobot.cn/doc/v2/. */
export const getMany = pageAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many call records',
	description: "Get a job's calls that have ended, without their transcripts. The filters exist only in the older API.",
	sends: DONE_CALLS,
	pageSize: CALLS_PER_PAGE,
	fields: { companyId, callJobId },
	filters: {
		chatRoundLeft: bound('Rounds From', 'Return only the calls in which the customer spoke at least this often', 1000, 'rounds'),
		chatRoundRight: bound('Rounds To', 'Return only the calls in which the customer spoke at most this often', 1000, 'rounds'),
		durationLeft: bound('Seconds From', 'Return only the calls that were at least this long', MOST_SECONDS, 'seconds'),
		durationRight: bound('Seconds To', 'Return only the calls that were at most this long', MOST_SECONDS, 'seconds'),
		finishStatus,
	},
	short: listedCall,
});
