import { readBehaviour, readFault } from '../../../sandbox/page/control';

test('accepts a fault with every setting', () => {
	const fault = {
		vendor: 'alibaba',
		operation: 'StartBack2BackCall',
		kind: 'late',
		times: 2,
		every: 3,
		delayMs: 0,
		match: { Callee: '137' },
	};
	expect(readFault(fault)).toEqual(fault);
	expect(readFault({ vendor: 'huawei', kind: 'hang' })).toEqual({ vendor: 'huawei', kind: 'hang' });
});

test.each([
	[undefined, 'JSON object'],
	[[], 'JSON object'],
	[{ kind: 'hang' }, 'vendor must be one of alibaba, huawei, baiying'],
	[{ vendor: 'alibaba', kind: 'explode' }, 'kind must be one of refuse,'],
	[{ vendor: 'alibaba', kind: 'hang', times: 0 }, 'times must be a whole number, at least 1'],
	[{ vendor: 'alibaba', kind: 'hang', every: '3' }, 'every must be a whole number'],
	[{ vendor: 'alibaba', kind: 'late', delayMs: -1 }, 'delayMs must be a whole number, at least 0'],
	[{ vendor: 'alibaba', kind: 'hang', operation: 5 }, 'operation must be text'],
	[{ vendor: 'alibaba', kind: 'hang', match: 'Callee' }, 'match must be an object'],
	[{ vendor: 'alibaba', kind: 'hang', oftn: 1 }, 'oftn is not known'],
])('refuses the fault %j', (fault, reason) => {
	expect(() => readFault(fault)).toThrow(reason);
});

test('accepts a part of a behavior', () => {
	expect(readBehaviour({ answer: 'busy' })).toEqual({ answer: 'busy' });
	expect(readBehaviour({ ringMs: 0, talkMs: 5 })).toEqual({ ringMs: 0, talkMs: 5 });
});

test.each([
	[{ answer: 'sleeps' }, 'answer must be one of answers, busy'],
	[{ talkMs: 1.5 }, 'talkMs must be a whole number'],
	[{ colour: 'red' }, 'colour is not known'],
])('refuses the behavior %j', (behaviour, reason) => {
	expect(() => readBehaviour(behaviour)).toThrow(reason);
});
