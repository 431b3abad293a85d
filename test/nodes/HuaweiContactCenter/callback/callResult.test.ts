import { NOTIFICATION_RESULTS, resultOfCall, resultOfCampaignCall, TWO_PARTY_RESULTS } from '../../../../nodes/HuaweiContactCenter/callback/callResult';
import { RESULTS as CAMPAIGN_RESULTS } from '../../../../nodes/HuaweiContactCenter/isales/results';
import { campaignCall, hungUp, notified } from './support';

test.each([
	['0', '27', 'answered', 'never'],
	['1', '27', 'answered', 'never'],
	['2', '0', 'lineFault', 'soon'],
	['3', '0', 'unreachable', 'later'],
	['4', '0', 'noAnswer', 'soon'],
	['5', '0', 'noAnswer', 'later'],
	['7', '0', 'unknown', 'never'],
])('a two-party call with releaseReason %s', (releaseReason, talkDuration, callResult, tryAgain) => {
	expect(resultOfCall('twoPartyCall', hungUp({ releaseReason, talkDuration }))).toEqual({ callResult, tryAgain });
	expect(resultOfCall('twoPartyCall', hungUp({ releaseReason: Number(releaseReason), talkDuration }))).toEqual({ callResult, tryAgain });
});

test.each([
	['0', 'rejected'],
	['1', 'noAnswer'],
])('a two-party call that nobody talked in was not answered: releaseReason %s', (releaseReason, callResult) => {
	expect(resultOfCall('twoPartyCall', hungUp({ releaseReason, talkingTime: '', talkDuration: '0' }))).toMatchObject({ callResult });
	expect(resultOfCall('twoPartyCall', { releaseReason })).toMatchObject({ callResult: 'answered' });
});

test.each([
	['1', 'answered'],
	['4', 'noAnswer'],
	['10', 'blocked'],
	['999', 'lineFault'],
	['5', 'unknown'],
])('a voice notification with releaseReason %s', (releaseReason, callResult) => {
	expect(resultOfCall('voiceNotification', notified({ releaseReason }))).toMatchObject({ callResult });
});

test.each([
	['6', '00000', 'answered'],
	['5', '00538', 'invalidNumber'],
	[5, 603, 'noAnswer'],
	['5', '99999', 'unknown'],
	['5', '', 'unknown'],
])('a campaign call with callStatus %j and failCode %j', (callStatus, failCode, callResult) => {
	expect(resultOfCampaignCall(campaignCall({ callStatus, failCode }))).toMatchObject({ callResult });
});

test('no line hides another', () => {
	for (const rows of [TWO_PARTY_RESULTS, NOTIFICATION_RESULTS, CAMPAIGN_RESULTS]) {
		expect(new Set(rows.map(({ says }) => JSON.stringify(says))).size).toBe(rows.length);
	}
});
