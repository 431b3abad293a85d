import { Memory } from '../../../../nodes/AlibabaCloudCallCenter/trigger/memory';

const HOUR = 60 * 60 * 1000;
const NOW = 1_700_000_000_000;

/** As n8n's database returns it. */
function restored(memory: Memory): Memory | undefined {
	return Memory.from(JSON.parse(JSON.stringify(memory.save())));
}

it('knows what was added, also when it comes back from the database', () => {
	const memory = new Memory('scope', NOW);
	memory.add('ccc-test/job-1/callEnded', NOW - 2 * HOUR);
	memory.add('ccc-test/job-2/callEnded', NOW);
	const back = restored(memory);

	expect(back).toMatchObject({ scope: 'scope', through: NOW });
	expect(back?.has('ccc-test/job-1/callEnded')).toBe(true);
	expect(back?.has('ccc-test/job-2/callEnded')).toBe(true);
	expect(back?.has('ccc-test/job-1/recordingReady')).toBe(false);
});

it('forgets calls that began too long ago to be asked for again', () => {
	const memory = new Memory('scope', NOW);
	memory.add('old', NOW - 5 * HOUR);
	memory.add('new', NOW - 3 * HOUR);
	memory.forgetBefore(NOW - 4 * HOUR);

	expect([memory.has('old'), memory.has('new')]).toEqual([false, true]);
});

it('takes little space: 10,000 events in less than 130 kB', () => {
	const memory = new Memory('scope', NOW);
	for (let i = 0; i < 10_000; i++) memory.add(`ccc-test/job-${i}/callEnded`, NOW - i * 1000);

	expect(JSON.stringify(memory.save()).length).toBeLessThan(130_000);
});

it.each([undefined, null, 'text', {}, { scope: 'scope', through: 'soon', seen: {} }, { scope: 'scope', through: NOW, seen: null }])(
	'does without a memory that makes no sense: %j',
	(saved) => {
		expect(Memory.from(saved)).toBeUndefined();
	},
);
