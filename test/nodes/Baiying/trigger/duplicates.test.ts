import { parseCallback, type Callback } from '../../../../nodes/Baiying/callback/callback';
import type { Json } from '../../../../nodes/Baiying/callback/json';
import { deliveryOf } from '../../../../nodes/Baiying/trigger/duplicates';
import { fixture, inner } from '../support/fixtures';

const HOUR_MS = 60 * 60 * 1000;

const parsed = (body: Json) => parseCallback(body) as Callback;

test('a call: its delivery, for as long as Baiying resends', () => {
	const callback = parsed(fixture('callRecord'));
	expect(deliveryOf(callback, 'w/n', '1')).toEqual({
		key: `w/n/${callback.deliveryId}`,
		deliveryId: callback.deliveryId,
		lifetimeMs: 27 * HOUR_MS,
	});
});

test('a changed grade: the last one of the call', () => {
	const callback = parsed(fixture('intentionChange'));
	expect(deliveryOf(callback, 'w/n', '2016').key).toBe('w/n/grade of 2016');
	expect(deliveryOf(callback, 'w/n', null).key).toBe(`w/n/${callback.deliveryId}`);
});

test('a job status without a time of its own: for an hour', () => {
	const timed = fixture('jobStatus');
	const timeless = fixture('jobStatus');
	inner(timeless).gmtModified = null;
	expect(deliveryOf(parsed(timed), 'w/n', null).lifetimeMs).toBe(27 * HOUR_MS);
	expect(deliveryOf(parsed(timeless), 'w/n', null).lifetimeMs).toBe(HOUR_MS);
	expect(deliveryOf(parsed(fixture('openJobStatus')), 'w/n', null).lifetimeMs).toBe(27 * HOUR_MS);
});
