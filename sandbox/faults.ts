import type { Vendor } from './phones';

/**
 * - `refuse`: the vendor says no, before any work
 * - `throttle`: the vendor says "too many requests", before any work
 * - `repeat`: the request arrives twice, as through a proxy that repeats it; the answer is the one to the second copy (Huawei only)
 * - `hang`: no answer at all; the connection stays open until the client or `close()` ends it
 * - `cutBefore`, `cutAfter`: the connection is destroyed before or after the work was done
 * - `errorBefore`, `errorAfter`: HTTP 5xx before or after the work was done
 * - `garbage`: the work is done, but HTTP 200 comes with a body that is not the vendor's
 * - `late`: the true answer, after `delayMs` of real time
 * - `tlsPlaintext`, `tlsAlert`, `tlsDamaged`: the work is done, but over HTTPS an unencrypted HTTP 502, a fatal alert or a record that
 *   nobody can decrypt comes in place of the answer; over HTTP the same as `cutAfter`
 */
export type FaultKind =
	| 'refuse'
	| 'throttle'
	| 'repeat'
	| 'hang'
	| 'cutBefore'
	| 'cutAfter'
	| 'garbage'
	| 'late'
	| 'errorBefore'
	| 'errorAfter'
	| 'tlsPlaintext'
	| 'tlsAlert'
	| 'tlsDamaged';

export const FAULT_KINDS: readonly FaultKind[] = [
	'refuse',
	'throttle',
	'repeat',
	'hang',
	'cutBefore',
	'cutAfter',
	'garbage',
	'late',
	'errorBefore',
	'errorAfter',
	'tlsPlaintext',
	'tlsAlert',
	'tlsDamaged',
];

export interface Fault {
	vendor: Vendor;
	/** Only requests of this operation; without it, all of the vendor's. */
	operation?: string;
	kind: FaultKind;
	/** How often it strikes. Default: once without `every`, without limit with it. */
	times?: number;
	/** 3 = each third matching request, starting with the third. */
	every?: number;
	/** For `late`: how long the answer takes, in real milliseconds. */
	delayMs?: number;
	/** Request parameters that must be equal. */
	match?: Record<string, string>;
}

interface ArmedFault {
	fault: Fault;
	/** Matching requests so far. */
	seen: number;
	strikesLeft: number;
}

/** The faults that are switched on. It decides which requests they hit. */
export class Faults {
	private armed: ArmedFault[] = [];

	add(fault: Fault): void {
		const strikesLeft = fault.times ?? (fault.every === undefined ? 1 : Infinity);
		this.armed.push({ fault, seen: 0, strikesLeft });
	}

	clear(): void {
		this.armed = [];
	}

	/** The faults that may still strike. */
	list(): Fault[] {
		return this.armed.map(({ fault }) => fault);
	}

	/**
	 * Called once per request by the vendor; the fault that hits this request, if any.
	 *
	 * @param _sentAt when the request says it was signed, in ms since the epoch, if it does
	 */
	strike(vendor: Vendor, operation: string, params: Record<string, string> = {}, _sentAt?: number): Fault | undefined {
		for (const armed of this.armed) {
			if (!matches(armed.fault, vendor, operation, params)) continue;
			armed.seen += 1;
			if (armed.seen % (armed.fault.every ?? 1) !== 0) continue;
			armed.strikesLeft -= 1;
			if (armed.strikesLeft <= 0) this.armed = this.armed.filter((other) => other !== armed);
			return armed.fault;
		}
		return undefined;
	}
}

function matches(
	fault: Fault,
	vendor: Vendor,
	operation: string,
	params: Record<string, string>,
): boolean {
	if (fault.vendor !== vendor) return false;
	if (fault.operation !== undefined && fault.operation !== operation) return false;
	return Object.entries(fault.match ?? {}).every(([name, value]) => params[name] === value);
}
