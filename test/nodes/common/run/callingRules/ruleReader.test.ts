import * as numberList from '../../../../../nodes/common/run/callingRules/numberList';
import { RuleReader } from '../../../../../nodes/common/run/callingRules/ruleReader';

jest.mock('../../../../../nodes/common/run/callingRules/numberList', () => {
	const actual = jest.requireActual<typeof numberList>('../../../../../nodes/common/run/callingRules/numberList');
	return { numbersIn: jest.fn(actual.numbersIn) };
});

const numbersIn = jest.mocked(numberList.numbersIn);
const NOBODY = new Set<string>();

let reader: RuleReader;
beforeEach(() => {
	numbersIn.mockClear();
	reader = new RuleReader('Asia/Shanghai');
});

const isForbidden = (doNotCall: unknown, customer = '137 2000 0000') => reader.read({ doNotCall }, ['doNotCall'], [customer]).forbids(NOBODY) !== undefined;

it('reads a list once for all items that have the same one', () => {
	const list = () => ['13720000000', '13720000001'];
	expect([isForbidden(list()), isForbidden(list(), '13720000001'), isForbidden(list(), '13720000002')]).toEqual([true, true, false]);
	expect(numbersIn).toHaveBeenCalledTimes(1);
	expect([isForbidden('13720000000'), isForbidden('13720000000', '13720000001')]).toEqual([true, false]);
	expect(numbersIn).toHaveBeenCalledTimes(2);
});

it('sees that a list has changed, even if it is the same object', () => {
	const list = ['13720000001'];
	expect(isForbidden(list)).toBe(false);
	list[0] = '13720000000';
	expect(isForbidden(list)).toBe(true);
	list.pop();
	expect(isForbidden(list)).toBe(false);
	expect(isForbidden('13720000000')).toBe(true);
	expect(isForbidden(['13720000000', '1'])).toBe(true);
});

it('does not take a list for another rule, or for none', () => {
	expect(isForbidden(['13720000000'])).toBe(true);
	expect(() => isForbidden(undefined)).toThrow(/'Do Not Call' in 'Calling Rules' is empty/);
	expect(reader.read({ limits: { limit: [{ calls: 1, per: 'day' }] } }, ['limits'], ['13720000000']).forbids(NOBODY)).toBeUndefined();
});

it('reads the time zone of each item, also after another item had it', () => {
	// A Friday in Shanghai, a Thursday in Los Angeles.
	const at = Date.parse('2026-11-20T04:00:00+08:00');
	const friday = { hours: { window: [{ days: ['fri'], from: '00:00', to: '24:00' }] } };
	const isOpen = (timeZone: string) => reader.read({ ...friday, timeZone }, ['hours', 'timeZone'], []).hours.isOpen(at);
	const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'Asia/Shanghai', ' Asia/Shanghai', 'America/Los_Angeles'];
	expect(zones.map(isOpen)).toEqual([true, false, true, true, false]);
	expect(() => isOpen('Asia/Shangai')).toThrow(/'Time Zone'/);
});
