import type { Step, Steps } from '../action/steps';
import { VendorError } from '../vendor/errors';
import { didNothing, earlierTry, sendUntilEnded, type Attempt, type Gate, type Sending } from './attempt';
import type { LedgerSlot } from './ledger';
import { packed, reading, valueIn } from './read';

export type PageOf = (step: string) => LedgerSlot;

/** Guards the steps that can ring phones. */
export interface StepGuard {
	/** Why nobody may be called anymore; undefined if calls may go out. */
	closed(): Attempt | undefined;
	/** Called right before such a step is sent. */
	sending(): void;
}

function isUnknown(error: unknown): boolean {
	return error instanceof VendorError && error.failure === 'noAnswer';
}

/** Stands in the ledger once something exists at the vendor. */
const BEGUN = 'begun';

/** The steps of one run of the node, which the ledger remembers. */
export class RunSteps<Client> implements Steps {
	/** Whether a step that can ring phones took effect in this try, as far as anybody knows. */
	hasDialed = false;

	constructor(
		private readonly run: Sending<Client>,
		private readonly pageOf: PageOf,
		private readonly guard?: StepGuard,
	) {}

	static haveBegun(pageOf: PageOf): boolean {
		return pageOf(BEGUN).done() !== undefined;
	}

	async read<T>(send: () => Promise<T>): Promise<T> {
		return await reading(this.run)(send);
	}

	async once<T>(step: Step<T>): Promise<T> {
		const page = this.pageOf(step.name);
		const closed = new Set<Attempt>();
		const earlier = page.done() ?? (step.effect === 'read' ? undefined : earlierTry(page));
		const ended = earlier ?? (await this.send(step, page, closed));
		if (closed.has(ended)) return this.ifClosed(step, ended);
		if (!('error' in ended)) return valueIn(ended);
		const found = isUnknown(ended.error) ? await step.look?.() : undefined;
		if (found === undefined) throw ended.error;
		page.finish(packed(found));
		return found;
	}

	isOpen(name: string): boolean {
		const page = this.pageOf(name);
		return !page.done() && !page.unknown();
	}

	hint(message: string): void {
		this.run.context.addExecutionHints({ message, location: 'outputPane' });
	}

	private async send<T>(step: Step<T>, page: LedgerSlot, closed: Set<Attempt>): Promise<Attempt> {
		const { effect, send } = step;
		const ended = await sendUntilEnded(this.run, { effect, send: async () => packed(await send()) }, page, this.gateFor(step, closed));
		if (closed.has(ended) || didNothing(ended)) return ended;
		if (effect === 'dial') this.hasDialed = true;
		if (effect !== 'read') this.pageOf(BEGUN).finish({ results: [] });
		return ended;
	}

	private gateFor<T>({ effect, ifClosed }: Step<T>, closed: Set<Attempt>): Gate | undefined {
		const { guard } = this;
		if (!guard || effect !== 'dial') return undefined;
		return async () => {
			const reason = ifClosed && guard.closed();
			if (reason) closed.add(reason);
			else guard.sending();
			return await Promise.resolve(reason);
		};
	}

	private ifClosed<T>({ ifClosed }: Step<T>, ended: Attempt): T {
		if ('error' in ended) throw ended.error;
		return ifClosed?.((ended.results[0] ?? {}) as never) as T;
	}
}
