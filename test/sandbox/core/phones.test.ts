import { Phones } from '../../../sandbox/phones';

test('counts how often each phone rang', () => {
	let now = 1000;
	const phones = new Phones(() => now);
	phones.ring('alibaba', '137', 'call-1');
	now = 2000;
	phones.ring('huawei', '137', 'call-2');
	expect([phones.timesRung('137'), phones.timesRung('139')]).toEqual([2, 0]);
	expect(phones.rings()).toEqual([
		{ phone: '137', vendor: 'alibaba', callId: 'call-1', at: 1000 },
		{ phone: '137', vendor: 'huawei', callId: 'call-2', at: 2000 },
	]);
});

test('a phone answers after two seconds and talks for ten by default', () => {
	const phones = new Phones();
	expect(phones.behaviour('137')).toEqual({ answer: 'answers', ringMs: 2000, talkMs: 10_000 });
	phones.setBehaviour('137', { answer: 'busy' });
	phones.setBehaviour('137', { ringMs: 5 });
	expect(phones.behaviour('137')).toEqual({ answer: 'busy', ringMs: 5, talkMs: 10_000 });
	expect(phones.behaviour('139').answer).toBe('answers');
});

test('a conversation ends once', () => {
	let now = 0;
	const phones = new Phones(() => now);
	phones.startTalk('baiying', 'call-1', ['robot', '137']);
	now = 500;
	phones.endTalk('call-1');
	now = 900;
	phones.endTalk('call-1');
	phones.endTalk('nobody');
	expect(phones.talks()).toEqual([
		{ vendor: 'baiying', callId: 'call-1', parties: ['robot', '137'], startedAt: 0, endedAt: 500 },
	]);
});

test('reset forgets everything', () => {
	const phones = new Phones();
	phones.ring('alibaba', '137', 'call-1');
	phones.startTalk('alibaba', 'call-1', ['139', '137']);
	phones.setBehaviour('137', { answer: 'busy' });
	phones.reset();
	expect([phones.rings(), phones.talks(), phones.timesRung('137')]).toEqual([[], [], 0]);
	expect(phones.behaviour('137').answer).toBe('answers');
});
