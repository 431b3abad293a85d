import { bytesOf, scaled, type Body } from './body';

interface Measured {
	bytes: number;
	ms: number;
}

/** A body four times as long may take four times as long (exponent 1). Slow regular expressions take at least the square (exponent 2). */
const STEEPEST = 1.6;
/** More than parsing, copying, hashing and a pause of the machine explain. Growth below that is ignored. */
const isSlow = ({ bytes, ms }: Measured) => ms > 15 + bytes * 0.0003;
const SMALLEST = 2_000;
const STEP = 4;
const TRIES = 4;

function exponent(small: Measured, large: Measured): number {
	return Math.log(large.ms / small.ms) / Math.log(large.bytes / small.bytes);
}

/** Pauses of the machine only make a time longer, so the shortest of several is the true one. */
async function shortest(body: Body, first: Measured, measure: (body: Body) => Promise<Measured>): Promise<Measured> {
	let best = first;
	for (let tries = 1; tries < TRIES; tries++) {
		const next = await measure(body);
		if (next.ms < best.ms) best = next;
	}
	return best;
}

/**
 * Measures a body with its repeated parts cut short, then four times as long, and so on up to its full length. It stops where the time
 * grows faster than the length. If it returns undefined, the last body measured was the full one.
 */
export async function growthFault(body: Body, measure: (body: Body) => Promise<Measured>): Promise<string | undefined> {
	const length = bytesOf(body.pieces, body.encoding).length;
	const steps = Math.max(0, Math.floor(Math.log(length / SMALLEST) / Math.log(STEP)));
	let small: { body: Body; measured: Measured } | undefined;
	for (let step = steps; step >= 0; step--) {
		const current = scaled(body, STEP ** -step);
		let measured = await measure(current);
		const grew = small && measured.bytes > small.measured.bytes * 1.5;
		if (small && grew && isSlow(measured)) {
			const before = await shortest(small.body, small.measured, measure);
			measured = await shortest(current, measured, measure);
			const steepness = exponent(before, measured);
			if (isSlow(measured) && steepness > STEEPEST) {
				return `${before.bytes} bytes take ${before.ms.toFixed(1)} ms, ${measured.bytes} bytes ${measured.ms.toFixed(1)} ms (exponent ${steepness.toFixed(2)})`;
			}
		}
		small = { body: current, measured };
	}
	return undefined;
}
