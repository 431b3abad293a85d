import { Faults, type Fault, type FaultKind } from '../../sandbox/faults';
import type { Vendor } from '../../sandbox/phones';
import { TIMEOUT_SECONDS } from './pace';
import type { Random } from './random';

/** A fault as it strikes. A late answer comes in time (`late`) or after the node has given up (`tooLate`). */
export type Struck = FaultKind | 'none' | 'tooLate';

/** A request for a phone, as the vendor saw it. */
export interface SeenRequest {
	at: number;
	struck: Struck;
}

interface Planned {
	struck: Struck;
	/** How many more requests for this phone it strikes. */
	left: number;
}

const IN_TIME_MS = 300;
const TOO_LATE_MS = TIMEOUT_SECONDS * 1000 + 3_000;

/** More than n8n's three tries, so some refusals last. */
const MOST_REFUSALS = 4;

/** Per kind: its share of all phones, and how many requests for a phone it strikes at most. */
const KINDS: ReadonlyArray<[Struck, number, number]> = [
	['refuse', 0.05, MOST_REFUSALS],
	['throttle', 0.01, 2],
	['hang', 0.02, 1],
	['cutBefore', 0.04, 1],
	['cutAfter', 0.04, 1],
	['garbage', 0.04, 1],
	['late', 0.03, 1],
	['tooLate', 0.02, 1],
	['errorBefore', 0.04, 1],
	['errorAfter', 0.04, 1],
	['tlsPlaintext', 0.05, 1],
	['tlsAlert', 0.05, 1],
	['tlsDamaged', 0.05, 1],
];

/** Draws in advance which fault the requests for a phone will meet, and records which fault they did meet. */
export class PlannedFaults extends Faults {
	readonly requests = new Map<string, SeenRequest[]>();
	private readonly plan = new Map<string, Planned>();

	/** @param firsts the first phone of each batch: refused, because n8n retries a node that continues on fail only if its first item failed */
	constructor(phones: string[], firsts: string[], random: Random) {
		super();
		for (const phone of phones) {
			const planned = draw(random);
			if (planned) this.plan.set(phone, planned);
		}
		for (const phone of firsts) this.plan.set(phone, { struck: 'refuse', left: random.whole(1, MOST_REFUSALS) });
	}

	override strike(vendor: Vendor, _operation: string, params: Record<string, string> = {}): Fault | undefined {
		const phone = params.Callee ?? params.called;
		// Requests for something else than a call, such as a token, are spared.
		if (phone === undefined) return undefined;
		const planned = this.plan.get(phone);
		const struck = planned && planned.left > 0 ? planned.struck : 'none';
		if (planned) planned.left -= 1;
		this.requests.set(phone, [...(this.requests.get(phone) ?? []), { at: Date.now(), struck }]);
		if (struck === 'none') return undefined;
		if (struck === 'tooLate') return { vendor, kind: 'late', delayMs: TOO_LATE_MS };
		return { vendor, kind: struck, delayMs: IN_TIME_MS };
	}
}

function draw(random: Random): Planned | undefined {
	let point = random.next();
	for (const [struck, share, most] of KINDS) {
		if (point < share) return { struck, left: random.whole(1, most) };
		point -= share;
	}
	return undefined;
}
