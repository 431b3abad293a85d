import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { onceKey } from '../action/options';
import { VendorError } from '../vendor/errors';
import { didNothing, type Attempt } from './attempt';
import type { LedgerSlot } from './ledger';
import { OnceKeys } from './onceKey';

const USED: Attempt = {
	results: [
		{
			skipped: true,
			verdict: 'keyUsed',
			nextAllowedAt: null,
			reason: 'A call with this key was placed before, or its execution was cut off while placing it. No call was placed this time',
		},
	],
};

function keyError(message: string, vendorMessage?: string): Attempt {
	return { error: new VendorError({ failure: 'refused', code: 'ONCE_KEY', message, vendorMessage }) };
}

const NOT_TAKEN = keyError("The key could not be recorded in n8n's database, so nobody was called. Retry this execution when the database works again. A new execution skips this item if the key was recorded after all");

/** A refused call whose key stays taken. Without this error, a later execution would skip a customer who was never called. */
function notFreed(ended: Attempt): Attempt {
	if (!('error' in ended)) return ended;
	const message =
		"Nobody was called, but the key could not be removed from n8n's database. A new execution would skip this item. Retry this execution, which knows that nothing was sent, or use another key";
	return keyError(message, ended.error.message);
}

/** The node as n8n's helpers know it; what `getNode` returns is a copy. */
function nodeOf(context: IExecuteFunctions & { node?: INode }): INode {
	return context.node ?? context.getExecuteData().node;
}

/** An item by its key. */
interface Keyed {
	key: string;
	slot: LedgerSlot;
}

/** The option "Only Once per Key" in one run of a node. */
export class OnlyOnce {
	private readonly keys: OnceKeys;

	private readonly seen = new Set<string>();

	private shared = 0;

	constructor(private readonly context: IExecuteFunctions) {
		this.keys = new OnceKeys(context.helpers, nodeOf(context));
	}

	/** Throws an InputError if the value is not a key. */
	keyOf(item: number): string {
		const key = onceKey.read(this.context.getNodeParameter('options.onceKey', item, ''));
		if (this.seen.has(key)) this.shared += 1;
		this.seen.add(key);
		return key;
	}

	/** Dials only if the key has not been used before, in any execution. */
	async dial(key: string, slot: LedgerSlot, dial: () => Promise<Attempt>): Promise<Attempt> {
		const [ended = USED] = await this.dialTogether([{ key, slot }], async () => [await dial()]);
		return ended;
	}

	/**
	 * Like `dial`, for items that go out in one request.
	 *
	 * @param dial gets the places of the entries whose keys have not been used before, and returns how each of them ended
	 */
	async dialTogether(entries: Keyed[], dial: (places: number[]) => Promise<Attempt[]>): Promise<Attempt[]> {
		const claims = await Promise.all(entries.map(async (entry) => await this.claim(entry)));
		const free = entries.map((_, place) => place).filter((place) => 'mark' in (claims[place] ?? {}));
		const ended = free.length > 0 ? await dial(free) : [];
		return await Promise.all(
			claims.map(async (claim, place) => {
				if (!('mark' in claim)) return claim;
				return await this.settle(entries[place]?.key ?? '', claim.mark, ended[free.indexOf(place)] ?? USED);
			}),
		);
	}

	private async claim({ key, slot }: Keyed): Promise<Attempt | { mark: string }> {
		const { mark, again } = slot.mark();
		const claim = await this.keys.claim(key, mark, again).catch(() => undefined);
		if (claim === undefined) return NOT_TAKEN;
		return claim === 'used' ? USED : { mark };
	}

	/** Frees the key of a call that was not placed. */
	private async settle(key: string, mark: string, ended: Attempt): Promise<Attempt> {
		if (!didNothing(ended)) return ended;
		const isFree = await this.keys.release(key, mark).then(
			() => true,
			() => false,
		);
		return isFree ? ended : notFreed(ended);
	}

	/** Tells the user if items of one run have the same key, which is seldom intended. */
	hint(): void {
		if (this.shared === 0) return;
		const message = `${this.shared} of the items have the same key as an earlier item, so they were skipped. Check 'Only Once per Key' if each item should be called.`;
		this.context.addExecutionHints({ message, location: 'outputPane' });
	}
}
