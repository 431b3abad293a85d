import type { DeduplicationItemTypes, ICheckProcessedOptions, IDataDeduplicator, IDeduplicationOutput } from 'n8n-workflow';

type Value = DeduplicationItemTypes;

/**
 * n8n's table of processed data, with what makes it hard: a check reads all values, and later writes all of them back, whatever
 * has been written meanwhile.
 */
export class ProcessedDataTable implements IDataDeduplicator {
	private values: Value[] | undefined;

	/** Milliseconds between reading and writing, one after another for each check. */
	constructor(private readonly delays: number[] = []) {}

	private async delay(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, this.delays.shift() ?? 0));
	}

	async checkProcessedAndRecord(
		items: Value[],
		_scope?: unknown,
		_context?: unknown,
		options?: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		const seen = this.values;
		await this.delay();
		if (seen === undefined && this.values !== undefined) throw new Error('UNIQUE constraint failed');
		const known = new Set(seen);
		const fresh = items.filter((item) => !known.has(item));
		this.values = [...(seen ?? []), ...fresh].slice(-(options?.maxEntries ?? Infinity));
		return { new: fresh, processed: items.filter((item) => known.has(item)) };
	}

	async removeProcessed(items: Value[]): Promise<void> {
		this.values = this.values?.filter((value) => !items.includes(value));
	}

	async clearAllProcessedItems(): Promise<void> {
		this.values = undefined;
	}

	async getProcessedDataCount(): Promise<number> {
		return this.values?.length ?? 0;
	}
}
