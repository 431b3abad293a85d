import fc from 'fast-check';
import { BaiyingTrigger } from '../../../nodes/Baiying/BaiyingTrigger.node';
import { keptBodies } from '../../../lab/fuzz/corpus';
import { hostileBody } from '../../../lab/fuzz/generate';
import { faultsOf } from '../../../lab/fuzz/invariants';
import { FuzzedTrigger, SETUP_NAMES, SETUPS, type SetupName } from '../../../lab/fuzz/trigger';

const SEED = 2026;
const FRESH_BODIES = 60;
const LARGEST_FRESH = 100_000;

// A busy machine may take long for bodies of a megabyte. The test is about how the time grows.
jest.setTimeout(60_000);

const faults = async (setup: SetupName, body: Parameters<typeof faultsOf>[1]) =>
	await faultsOf(new FuzzedTrigger(new BaiyingTrigger(), SETUPS[setup]), body);

describe('bodies that are kept', () => {
	test.each(keptBodies())('$file: $about', async ({ setup, body }) => {
		expect(await faults(setup, body)).toEqual([]);
	});
});

test(`${FRESH_BODIES} bodies of the seed ${SEED}`, async () => {
	const property = fc.asyncProperty(fc.constantFrom(...SETUP_NAMES), hostileBody(LARGEST_FRESH), async (setup, body) => {
		expect(await faults(setup, body)).toEqual([]);
	});
	await fc.assert(property, { seed: SEED, numRuns: FRESH_BODIES, interruptAfterTimeLimit: 45_000 });
});
