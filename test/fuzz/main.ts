import { join } from 'node:path';
import { parseArgs } from 'node:util';
// Without the ending, tsx takes the codex file BaiyingTrigger.node.json.
import { BaiyingTrigger } from '../../nodes/Baiying/BaiyingTrigger.node.js';
import { Random } from '../../reliability/random';
import { saveResult } from '../../reliability/report';
import { bytesOf } from './body';
import { keep } from './corpus';
import type { FuzzFigures } from './figures';
import { hostileBody } from './generate';
import { faultsOf } from './invariants';
import { FuzzedTrigger, SETUPS } from './trigger';

const FOUND = join(__dirname, '..', '..', '.tmp', 'fuzz');
const NAMES = Object.keys(SETUPS) as [keyof typeof SETUPS, ...Array<keyof typeof SETUPS>];

/**
 * `npm run fuzz -- --seconds 60 --seed 7`: throws bodies at the Baiying trigger until the time is over. Those it takes badly are left in
 * .tmp/fuzz, in the format of test/fixtures/fuzz. The same seed makes the same bodies. With `--save` the figures are kept in
 * reliability/results.
 */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' }, save: { type: 'boolean' } } });
	const seed = Number(values.seed ?? Date.now() % 1_000_000);
	process.stderr.write(`Seed ${seed}\n`);
	const triggers = NAMES.map((name) => ({ name, trigger: new FuzzedTrigger(new BaiyingTrigger(), SETUPS[name]) }));
	const figures: FuzzFigures = { seed, seconds: Number(values.seconds), bodies: 0, megabytes: 0, largestBytes: 0, slowestMs: 0, answers: {}, faults: 0 };
	const until = Date.now() + figures.seconds * 1000;
	for (let round = 0; Date.now() < until; round++) {
		const random = new Random(seed * 1_000_003 + round);
		const chosen = triggers[round % triggers.length];
		if (chosen) await throwOne(figures, chosen.name, chosen.trigger, random, round);
	}
	figures.megabytes = Math.round(figures.megabytes);
	process.stdout.write(`${JSON.stringify(figures, null, '\t')}\n`);
	if (values.save) saveResult('fuzz', figures);
	if (figures.faults > 0) process.exitCode = 1;
}

async function throwOne(figures: FuzzFigures, setup: keyof typeof SETUPS, trigger: FuzzedTrigger, random: Random, round: number): Promise<void> {
	const body = hostileBody(random);
	const bytes = bytesOf(body.pieces, body.encoding);
	const faults = await faultsOf(trigger, body);
	figures.bodies += 1;
	figures.megabytes += bytes.length / 1e6;
	figures.largestBytes = Math.max(figures.largestBytes, bytes.length);
	if (faults.length > 0) {
		figures.faults += 1;
		const file = keep(FOUND, `seed-${figures.seed}-${round}`, { about: faults.join('; '), setup, body });
		process.stderr.write(`${file}\n  ${faults.join('\n  ')}\n`);
		return;
	}
	trigger.forget();
	const { status, item, ms } = await trigger.receive(bytes);
	const kind = status === 200 ? `200 ${item ? String(item.json.event) : 'no run'}` : String(status);
	figures.answers[kind] = (figures.answers[kind] ?? 0) + 1;
	figures.slowestMs = Math.max(figures.slowestMs, Math.round(ms));
}

void main();
