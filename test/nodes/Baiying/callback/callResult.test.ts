import { completedCall } from '../../../../nodes/Baiying/callback/call';
import { callResultOf, RESULTS } from '../../../../nodes/Baiying/callback/callResult';
import { FINISH_STATUSES, outcomeOf } from '../../../../nodes/Baiying/callback/names';

it('has one line for every documented finish status', () => {
	expect(RESULTS.map(({ says }) => Number(says.finishStatus))).toEqual(FINISH_STATUSES.map(({ code }) => code));
});

it.each([
	[0, 'answered', 'never'],
	[1, 'rejected', 'later'],
	[4, 'invalidNumber', 'never'],
	[6, 'busy', 'soon'],
	[9, 'lineFault', 'later'],
	[11, 'blocked', 'never'],
	[25, 'lineFault', 'soon'],
])('finishStatus %s is %s, to be tried again %s', (finishStatus, callResult, tryAgain) => {
	expect(callResultOf(finishStatus)).toEqual({ callResult, tryAgain });
});

it.each([null, 13, -1, 99])('%s, which no page explains, is unknown', (finishStatus) => {
	expect(callResultOf(finishStatus)).toEqual({ callResult: 'unknown', tryAgain: 'never' });
	expect(outcomeOf(finishStatus)).toBe('unknown');
});

it.each([
	[{ callInstance: { finishStatus: 6, callInstanceStatus: 2 } }, 'busy'],
	[{ sceneInstance: { finishStatus: '0', status: '2' } }, 'answered'],
	[{ callInstance: { finishStatus: 8 } }, 'noAnswer'],
	[{ callInstance: { finishStatus: 0, callInstanceStatus: 1 } }, null],
])('a call that has ended has a result, and one that lasts has none: %j', (data, callResult) => {
	expect(completedCall(data)).toMatchObject({ callResult });
});
