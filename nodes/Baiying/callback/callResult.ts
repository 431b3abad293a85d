import { resultBy, type CallResult, type Result, type ResultRow, type TryAgain } from '../../common/vendor/callResult';

const OLDER = 'api.byrobot.cn/doc/v2';
const OPEN = 'open.byai.com, call-instance';

function finished(finishStatus: number, callResult: CallResult, source: string, tryAgain?: TryAgain): ResultRow {
	return { says: { finishStatus: String(finishStatus) }, callResult, source, ...(tryAgain ? { tryAgain } : {}) };
}

/**
 * What Baiying's numbers for the end of a call mean. Its pages give each number a name and no more.
 *
 * Sources: api.byrobot.cn/doc/v2, finished call status (已完成通话状态); for 12, 23 and 25,
 * open.byai.com/v2/event-callbacks/call-instance.html.
 */
export const RESULTS: ResultRow[] = [
	finished(0, 'answered', `${OLDER}: 已接听, answered`),
	finished(1, 'rejected', `${OLDER}: 拒接, rejected`),
	finished(2, 'unreachable', `${OLDER}: 无法接通, cannot be connected`),
	finished(3, 'lineFault', `${OLDER}: 主叫号码不可用, the caller's number is not available`, 'later'),
	finished(4, 'invalidNumber', `${OLDER}: 空号, the number does not exist`),
	finished(5, 'poweredOff', `${OLDER}: 关机, the phone is turned off`),
	finished(6, 'busy', `${OLDER}: 占线, the line is busy`),
	finished(7, 'suspended', `${OLDER}: 停机, out of service`),
	finished(8, 'noAnswer', `${OLDER}: 未接, nobody answered`),
	finished(9, 'lineFault', `${OLDER}: 主叫欠费, the caller's line is in arrears`, 'later'),
	finished(10, 'lineFault', `${OLDER}: 呼损, call loss, which a redial rule may name`),
	finished(11, 'blocked', `${OLDER}: 黑名单, on the blacklist`),
	finished(12, 'blocked', `${OPEN}: 天盾拦截, intercepted by the risk control 天盾`),
	finished(22, 'lineFault', `${OLDER}: 线路盲区, the line does not reach that region`, 'later'),
	finished(23, 'blocked', `${OPEN}: 呼出拦截, the outbound call was intercepted`),
	finished(25, 'lineFault', `${OPEN}: 无可用线路, no line was available`),
];

/** The result of a call that has ended. */
export function callResultOf(finishStatus: number | null): Result {
	return resultBy(RESULTS, { finishStatus });
}
