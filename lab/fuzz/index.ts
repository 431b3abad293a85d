import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
// Without the ending, tsx takes the codex file BaiyingTrigger.node.json.
import { BaiyingTrigger } from '../../nodes/Baiying/BaiyingTrigger.node.js';
import { saveResult } from '../report/results';
import { bytesOf, type Body } from './body';
import { keep } from './corpus';
import type { FuzzFigures } from './figures';
import { hostileBody } from './generate';
import { faultsOf } from './invariants';
import { FuzzedTrigger, SETUP_NAMES, SETUPS } from './trigger';

const FOUND = join(__dirname, '..', '..', '.tmp', 'fuzz');
const LARGEST = 1_000_000;

async function count(figures: FuzzFigures, trigger: FuzzedTrigger, body: Body): Promise<void> {
	const bytes = bytesOf(body.pieces, body.encoding);
	trigger.forget();
	const { status, items, ms } = await trigger.receive(bytes);
	const kind = status === 200 ? `200 ${String(items[0]?.json.event ?? 'no run')}` : String(status);
	figures.bodies += 1;
	figures.megabytes += bytes.length / 1e6;
	figures.largestBytes = Math.max(figures.largestBytes, bytes.length);
	figures.slowestMs = Math.max(figures.slowestMs, Math.round(ms));
	figures.answers[kind] = (figures.answers[kind] ?? 0) + 1;
}

/**
 * `npm run fuzz -- --seconds 60 --seed 7`: throws bodies at the Baiying trigger until the time is up or the trigger breaks a promise.
 * The smallest body that breaks it is left in .tmp/fuzz, in the format of test/fixtures/fuzz. The same seed makes the same bodies.
 * With `--save` the figures are saved in lab/results.
 */
export async function fuzz(args: string[]): Promise<void> {
	const { values } = parseArgs({ args, options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' }, save: { type: 'boolean' } } });
	const seed = Number(values.seed ?? Date.now() % 1_000_000);
	process.stderr.write(`Seed ${seed}\n`);
	const figures: FuzzFigures = { seed, seconds: Number(values.seconds), bodies: 0, megabytes: 0, largestBytes: 0, slowestMs: 0, answers: {}, faults: 0 };
	const property = fc.asyncProperty(fc.constantFrom(...SETUP_NAMES), hostileBody(LARGEST), async (setup, body) => {
		const trigger = new FuzzedTrigger(new BaiyingTrigger(), SETUPS[setup]);
		const faults = await faultsOf(trigger, body);
		if (faults.length > 0) throw new Error(faults.join('; '));
		await count(figures, trigger, body);
	});
	const { counterexample, errorInstance } = await fc.check(property, {
		seed,
		numRuns: Number.MAX_SAFE_INTEGER,
		interruptAfterTimeLimit: figures.seconds * 1000,
	});
	if (counterexample) {
		const [setup, body] = counterexample;
		const about = (errorInstance as Error).message;
		process.stderr.write(`${keep(FOUND, `seed-${seed}`, { about, setup, body })}\n  ${about}\n`);
		figures.faults = 1;
		process.exitCode = 1;
	}
	figures.megabytes = Math.round(figures.megabytes);
	process.stdout.write(`${JSON.stringify(figures, null, '\t')}\n`);
	if (values.save) saveResult('fuzz', figures);
}
