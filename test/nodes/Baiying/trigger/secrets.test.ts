import { callbackSign } from '../../../../nodes/Baiying/trigger/secrets';

test('the sign of the reference vectors', () => {
	expect(callbackSign('WtSMaXXXXXXXXtvy', 'aXSFnnZbHXXXXXXXXXXXXXXXMguz1Q', 'Thu, 16 Oct 2014 07:13:48 GMT')).toBe(
		'n2uQsWnSQO45H7dbbOYmfZNfiJY=',
	);
	expect(callbackSign('testAppKey0000001', 'testAppSecret000000000000000001', 'Thu, 13 Dec 2018 01:27:17 GMT')).toBe(
		'PpmlYpvVuOTAuxDMh4ub9jm9/MM=',
	);
});
