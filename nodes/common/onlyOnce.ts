import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { didNothing, type Attempt } from './attempt';
import { VendorError } from './errors';
import type { LedgerSlot } from './ledger';
import { OnceKeys } from './onceKey';
import { onceKey } from './options';

const USED: Attempt = {
	results: [
		{
			skipped: true,
			verdict: 'keyUsed',
			nextAllowedAt: null,
			reason: 'A call with this key was placed before, or its execution was cut off while it was being placed. Nobody was called now',
		},
	],
};

function keyError(message: string, vendorMessage?: string): Attempt {
	return { error: new VendorError({ failure: 'refused', code: 'ONCE_KEY', message, vendorMessage }) };
}

const NOT_TAKEN = keyError("The key could not be recorded in n8n's database, so nobody was called. Retry this execution when the database works again. A new execution skips this item if the key was recorded after all");

/** A refused call whose key stays taken: without this, a later execution would skip somebody whom nobody has called. */
function notFreed(ended: Attempt): Attempt {
	if (!('error' in ended)) return ended;
	const message =
		"Nobody was called, but the key could not be removed from n8n's database. A new execution skips this item, so retry this execution, which knows that nothing was sent, or use another key";
	return keyError(message, ended.error.message);
}

/** The node as n8n's helpers know it; what `getNode` returns is a copy. */
function nodeOf(context: IExecuteFunctions & { node?: INode }): INode {
	return context.node ?? context.getExecuteData().node;
}

/** The option "Only Once per Key" in one run of a node. */
export class OnlyOnce {
	private readonly keys: OnceKeys;

	private readonly seen = new Set<string>();

	private shared = 0;

	constructor(private readonly context: IExecuteFunctions) {
		this.keys = new OnceKeys(context.helpers, nodeOf(context));
	}

	/** Throws an InputError if it is no key. */
	keyOf(item: number): string {
		const key = onceKey.read(this.context.getNodeParameter('options.onceKey', item, ''));
		if (this.seen.has(key)) this.shared += 1;
		this.seen.add(key);
		return key;
	}

	/** Dials only if nobody did so before under the key, in any execution. */
	async dial(key: string, slot: LedgerSlot, dial: () => Promise<Attempt>): Promise<Attempt> {
		const { mark, again } = slot.mark();
		const claim = await this.keys.claim(key, mark, again).catch(() => undefined);
		if (claim === undefined) return NOT_TAKEN;
		if (claim === 'used') return USED;
		const ended = await dial();
		if (!didNothing(ended)) return ended;
		const isFree = await this.keys.release(key, mark).then(
			() => true,
			() => false,
		);
		return isFree ? ended : notFreed(ended);
	}

	/** Tells the user when items of one run have the same key, which is seldom meant. */
	hint(): void {
		if (this.shared === 0) return;
		const message = `${this.shared} of the items have the same key as an item before them, so they were skipped. Check 'Only Once per Key' if each of them stands for a call of its own.`;
		this.context.addExecutionHints({ message, location: 'outputPane' });
	}
}
