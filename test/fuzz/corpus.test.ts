import { BaiyingTrigger } from '../../nodes/Baiying/BaiyingTrigger.node';
import { Random } from '../../reliability/random';
import { bytesOf } from './body';
import { keptBodies } from './corpus';
import { hostileBody } from './generate';
import { faultsOf } from './invariants';
import { FuzzedTrigger, SETUPS } from './trigger';

const SEED = 2026;
const FRESH_BODIES = 60;
const LARGEST_FRESH = 100_000;

// Bodies of a megabyte take their time when the machine is busy; how the time grows is what is tested.
jest.setTimeout(60_000);

const triggers = Object.fromEntries(Object.entries(SETUPS).map(([name, setup]) => [name, new FuzzedTrigger(new BaiyingTrigger(), setup)]));

function triggerFor(setup: string): FuzzedTrigger {
	const trigger = triggers[setup];
	if (!trigger) throw new Error(`There is no set-up ${setup}`);
	return trigger;
}

describe('bodies that are kept', () => {
	test.each(keptBodies())('$file: $about', async ({ setup, body }) => {
		expect(await faultsOf(triggerFor(setup), body)).toEqual([]);
	});
});

test(`${FRESH_BODIES} bodies of the seed ${SEED}`, async () => {
	const names = Object.keys(SETUPS);
	for (let round = 0; round < FRESH_BODIES; round++) {
		const body = hostileBody(new Random(SEED + round));
		if (bytesOf(body.pieces, body.encoding).length > LARGEST_FRESH) continue;
		expect({ round, faults: await faultsOf(triggerFor(names[round % names.length] ?? ''), body) }).toEqual({ round, faults: [] });
	}
});
