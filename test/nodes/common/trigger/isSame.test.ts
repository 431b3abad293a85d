import { isSame } from '../../../../nodes/common/trigger/isSame';

test.each([
	['abc', 'abc', true],
	['abc', 'abd', false],
	['abc', 'abcd', false],
	['', 'abc', false],
	['密码', '密码', true],
])('%j and %j are the same: %s', (given, expected, same) => {
	expect(isSame(given, expected)).toBe(same);
});
