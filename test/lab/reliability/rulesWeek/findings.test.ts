import type { Struck } from '../../../../lab/reliability/faultPlan';
import type { WeekEvidence, WeekRequest } from '../../../../lab/reliability/rulesWeek/evidence';
import { SIGNED_WITHIN_MS, weekFindings, type WeekFindings } from '../../../../lab/reliability/rulesWeek/findings';
import type { ToldAttempt } from '../../../../lab/reliability/rulesWeek/told';

const SPEED = 600;
const MINUTE = 60_000;

const at = (shanghai: string) => Date.parse(`2026-${shanghai}:00+08:00`);

/** A request for customer 1, unless said otherwise. */
const sent = (when: string, more: Partial<WeekRequest> = {}): WeekRequest => ({ phone: '1', key: `key of ${when}`, sentAt: at(when), struck: 'none', ...more });

/** What the node said of an attempt that it looked at for two minutes. */
const told = (when: string, more: Partial<ToldAttempt> = {}): ToldAttempt => ({ phone: '1', key: `key of ${when}`, from: at(when) - MINUTE, to: at(when) + MINUTE, outcome: 'done', ...more });

const skip = (when: string, verdict: string, next: string | null, more: Partial<ToldAttempt> = {}) =>
	told(when, { outcome: 'skipped', verdict, reason: 'The rules say so', nextAllowedAt: next === null ? null : new Date(at(next)).toISOString(), ...more });

function find(evidence: Partial<WeekEvidence>): WeekFindings {
	const requests = evidence.requests ?? [];
	return weekFindings({
		order: { customers: 2, workers: 1, kills: 0, seed: 1, speed: SPEED },
		doNotCall: new Set(['9']),
		requests,
		placed: requests.map(({ phone, key }) => ({ phone, key, rings: 1 })),
		attempts: evidence.told?.length ?? 0,
		told: [],
		brokenOff: [],
		executionsByStatus: {},
		seconds: 1,
		...evidence,
	});
}

const FAULTS = [
	'outsideHours',
	'onDoNotCallList',
	'aboveDayLimit',
	'aboveWeekLimit',
	'belowGap',
	'keysRungTwice',
	'attemptsWithoutOutcome',
	'toldWrongly',
	'skippedWithoutVerdict',
	'skippedWithoutReason',
	'skippedWithoutNextAllowedAt',
	'nextAllowedAtOutsideHours',
	'nextAllowedAtForbidden',
	'skippedAfterKill',
	'skippedBesideOther',
	'skippedUnexplained',
] as const;

/** The faults that were found, and how many of each. */
function faults(evidence: Partial<WeekEvidence>): Partial<Record<(typeof FAULTS)[number], number>> {
	const found = find(evidence);
	return Object.fromEntries(FAULTS.filter((fault) => found[fault] !== 0).map((fault) => [fault, found[fault]]));
}

describe('calls', () => {
	it('that keep the rules are no fault', () => {
		expect(faults({ requests: [sent('02-24T09:00'), sent('02-25T19:59'), sent('02-28T14:00'), sent('02-24T09:00', { phone: '2', key: 'k' })] })).toEqual({});
	});

	it.each<[string, WeekRequest[], object]>([
		['on the day off', [sent('02-23T10:00')], { outsideHours: 1 }],
		['at lunch', [sent('02-24T12:30')], { outsideHours: 1 }],
		['before the morning', [sent('02-24T08:59')], { outsideHours: 1 }],
		['at night, though refused', [sent('02-24T21:00', { struck: 'refuse' })], { outsideHours: 1 }],
		['on a Sunday', [sent('03-01T10:00')], { outsideHours: 1 }],
		['to a number on the list', [sent('02-24T10:00', { phone: '9' })], { onDoNotCallList: 1 }],
		['twice a day', [sent('02-24T09:00'), sent('02-24T19:00')], { aboveDayLimit: 1, belowGap: 1 }],
		['in the evening and the next morning', [sent('02-24T19:00'), sent('02-25T09:00')], { belowGap: 1 }],
		['four times a week', [sent('02-24T09:00'), sent('02-25T10:00'), sent('02-26T11:00'), sent('02-28T11:00')], { aboveWeekLimit: 1 }],
	])('%s are a fault', (_, requests, expected) => {
		expect(faults({ requests })).toEqual(expected);
	});

	it('that the vendor refused do not count for limits and gaps', () => {
		expect(faults({ requests: [sent('02-24T09:00', { struck: 'refuse' }), sent('02-24T10:00')] })).toEqual({});
	});

	it('may be signed a little after they were checked, which is counted', () => {
		const closing = at('02-24T20:00');
		const late = (ms: number) => find({ requests: [sent('02-24T20:00', { sentAt: closing + ms * SPEED })] });
		expect(late(SIGNED_WITHIN_MS / 2)).toMatchObject({ outsideHours: 0, signedAfterHours: 1, latestAfterHoursMs: SIGNED_WITHIN_MS / 2 });
		expect(late(SIGNED_WITHIN_MS * 1.1)).toMatchObject({ outsideHours: 1, signedAfterHours: 1 });
	});

	it('may ring a customer once per key', () => {
		const once = { phone: '1', key: 'k', rings: 1 };
		expect(faults({ placed: [once] })).toEqual({});
		expect(faults({ placed: [once, once] })).toEqual({ keysRungTwice: 1 });
		expect(faults({ placed: [{ ...once, rings: 2 }] })).toEqual({ keysRungTwice: 1 });
	});
});

describe('what the node says', () => {
	it('of its skips is no fault if the rules forbade the call', () => {
		const requests = [sent('02-24T10:00'), sent('02-24T10:00', { phone: '2', key: 'k' })];
		const attempts = [
			told('02-24T10:00'),
			skip('02-24T11:00', 'limitReached', '02-25T09:00'),
			skip('02-25T15:00', 'gapTooShort', '02-25T16:00'),
			skip('02-24T12:00', 'outsideHours', '02-25T09:00'),
			skip('02-24T11:00', 'doNotCall', null, { phone: '9', key: 'd' }),
			skip('02-24T11:00', 'keyUsed', null, { phone: '2', key: 'k' }),
		];
		expect(faults({ requests, told: attempts, brokenOff: [{ phones: ['2'], keys: ['k'], at: at('02-24T10:00') }] })).toEqual({});
	});

	it.each<[string, ToldAttempt, object]>([
		['no verdict', skip('02-24T12:30', 'outsideHours', '02-24T14:00', { verdict: undefined }), { skippedWithoutVerdict: 1, skippedUnexplained: 1 }],
		['no reason', skip('02-24T12:30', 'outsideHours', '02-24T14:00', { reason: undefined }), { skippedWithoutReason: 1 }],
		['no next moment', skip('02-24T12:30', 'outsideHours', null), { skippedWithoutNextAllowedAt: 1 }],
		['a next moment in the past', skip('02-24T12:30', 'outsideHours', '02-24T11:00'), { skippedWithoutNextAllowedAt: 1 }],
		['a next moment at lunch', skip('02-24T12:30', 'outsideHours', '02-24T13:00'), { nextAllowedAtOutsideHours: 1 }],
		['a skip in the middle of the hours', skip('02-24T10:00', 'outsideHours', '02-24T14:00'), { skippedUnexplained: 1 }],
		['a skip of somebody who is not on the list', skip('02-24T10:00', 'doNotCall', null), { skippedUnexplained: 1 }],
		['a skip by the limit of somebody who was not called', skip('02-24T10:00', 'limitReached', '02-25T09:00'), { skippedUnexplained: 1 }],
		['a skip by the gap of somebody who was not called', skip('02-24T10:00', 'gapTooShort', '02-25T09:00'), { skippedUnexplained: 1 }],
		['a skip by a key that was not used', skip('02-24T10:00', 'keyUsed', null), { skippedUnexplained: 1 }],
		['no outcome', told('02-24T10:00', { outcome: undefined }), { attemptsWithoutOutcome: 1 }],
		['done, but nothing was sent', told('02-24T10:00'), { toldWrongly: 1 }],
	])('is a fault: %s', (_, attempt, expected) => {
		expect(faults({ told: [attempt] })).toEqual(expected);
	});

	it.each<[string, string, number]>([
		['on the same day', '02-24T19:30', 1],
		['within the gap', '02-25T11:00', 1],
		['at the end of the gap, which counts from the check of the call', '02-25T11:55', 0],
		['after the gap', '02-25T14:00', 0],
		['in a full week', '02-28T10:00', 1],
		['in the next week', '03-02T09:00', 0],
	])('names a next moment that the calls before allow: %s', (name, next, expected) => {
		const more = name.endsWith('week') ? [sent('02-25T14:00'), sent('02-26T14:00')] : [];
		const verdict = name.endsWith('week') ? '02-26T21:00' : '02-24T20:30';
		const later = sent('03-02T10:00', { phone: '2', key: 'k' });
		const found = find({ requests: [sent('02-24T18:00'), ...more, later], told: [skip(verdict, 'outsideHours', next)] });
		expect(found.nextAllowedAtForbidden).toBe(expected);
	});

	it.each<[string, ToldAttempt['outcome'], Struck, number]>([
		['done', 'done', 'none', 0],
		['done, though the line was cut', 'done', 'cutAfter', 1],
		['refused', 'refused', 'refuse', 0],
		['refused, though the line was cut', 'refused', 'cutBefore', 1],
		['unknown', 'unknown', 'garbage', 0],
		['unknown, though answered', 'unknown', 'none', 1],
		['skipped after it was throttled', 'skipped', 'throttle', 0],
		['skipped, though it was called', 'skipped', 'none', 1],
	])('is compared with the request: %s', (_, outcome, struck, expected) => {
		const attempt = skip('02-24T12:00', 'outsideHours', '02-24T14:00', { outcome });
		expect(find({ told: [attempt], requests: [sent('02-24T12:00', { struck, sentAt: at('02-24T11:59') })] }).toldWrongly).toBe(expected);
	});

	it('finds an attempt of which nothing was said', () => {
		expect(faults({ attempts: 3, told: [skip('02-24T12:30', 'outsideHours', '02-24T14:00')] })).toEqual({ attemptsWithoutOutcome: 2 });
	});
});

describe('a skip without a call', () => {
	const skipped = skip('02-24T10:00', 'limitReached', '02-25T09:00');

	it('is put down to a kill that left the place claimed, if the customer was in the batch', () => {
		const brokenOff = (phone: string, when: string) => [{ phones: [phone], keys: ['other'], at: at(when) }];
		expect(faults({ told: [skipped], brokenOff: brokenOff('1', '02-24T09:30') })).toEqual({ skippedAfterKill: 1 });
		expect(faults({ told: [skipped], brokenOff: brokenOff('2', '02-24T09:30') })).toEqual({ skippedUnexplained: 1 });
		expect(faults({ told: [skipped], brokenOff: brokenOff('1', '02-24T11:00') })).toEqual({ skippedUnexplained: 1 });
	});

	it('is put down to another attempt that held the place at that moment and gave it back', () => {
		const other = told('02-24T10:01', { outcome: 'refused' });
		const request = sent('02-24T10:01', { struck: 'refuse' });
		expect(faults({ told: [skipped, other], requests: [request] })).toEqual({ skippedBesideOther: 1 });
		expect(faults({ told: [skipped, { ...other, from: at('02-24T10:30'), to: at('02-24T10:31') }], requests: [request] })).toEqual({ skippedUnexplained: 1 });
		expect(faults({ told: [skipped, { ...other, phone: '2' }], requests: [request] })).toEqual({ skippedUnexplained: 1 });
	});

	it('is right if the call may have been placed', () => {
		expect(faults({ told: [skipped], requests: [sent('02-24T09:30', { struck: 'cutBefore' })] })).toEqual({});
	});
});
