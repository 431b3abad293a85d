import type {
	DeduplicationItemTypes,
	DeduplicationScope,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	IDeduplicationOutput,
	IExecuteFunctions,
	INode,
} from 'n8n-workflow';

type Value = DeduplicationItemTypes;
type Operation = 'check' | 'remove' | 'clear' | 'count';

/** What a test does to a statement: it can wait, or throw as a database does. */
type Hook = (operation: Operation) => Promise<void> | void;

/**
 * n8n's table of processed data, with what makes it hard: a row is read, and later written back as a whole, whatever has been
 * written in the meantime. Only the insertion of a row is atomic. As in n8n, a row is found by the id that the node has at the call.
 */
export class ProcessedDataTable implements IDataDeduplicator {
	readonly rows = new Map<string, Value[]>();

	/** Runs before each statement and before its answer. */
	before: Hook = () => {};
	after: Hook = () => {};

	async checkProcessedAndRecord(
		items: Value[],
		_scope: DeduplicationScope,
		{ node }: ICheckProcessedContextData,
		_options?: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		const name = String(node?.id);
		return await this.statement('check', async () => {
			const seen = this.rows.get(name)?.slice();
			await this.before('check');
			const fresh = items.filter((item) => !seen?.includes(item));
			if (seen) {
				if (this.rows.has(name)) this.rows.set(name, [...seen, ...fresh]);
			} else if (this.rows.has(name)) throw new Error('duplicate key value violates unique constraint');
			else this.rows.set(name, fresh);
			return { new: fresh, processed: items.filter((item) => seen?.includes(item)) };
		});
	}

	async removeProcessed(items: Value[], _scope: DeduplicationScope, { node }: ICheckProcessedContextData): Promise<void> {
		const name = String(node?.id);
		await this.statement('remove', async () => {
			const values = this.rows.get(name)?.filter((value) => !items.includes(value));
			if (values) this.rows.set(name, values);
		});
	}

	async clearAllProcessedItems(_scope: DeduplicationScope, { node }: ICheckProcessedContextData): Promise<void> {
		const name = String(node?.id);
		await this.statement('clear', async () => void this.rows.delete(name));
	}

	async getProcessedDataCount(_scope: DeduplicationScope, { node }: ICheckProcessedContextData): Promise<number> {
		const name = String(node?.id);
		return await this.statement('count', async () => this.rows.get(name)?.length ?? 0);
	}

	private async statement<T>(operation: Operation, work: () => Promise<T>): Promise<T> {
		await this.before(operation);
		const answer = await work();
		await this.after(operation);
		return answer;
	}
}

type Helpers = Pick<IExecuteFunctions['helpers'], 'checkProcessedAndRecord' | 'clearAllProcessedItems' | 'getProcessedDataCount' | 'removeProcessed'>;

/** The helpers of a node's context over a table. */
export function helpersOver(table: IDataDeduplicator, node: INode): Helpers {
	const workflow = { id: 'test' } as ICheckProcessedContextData['workflow'];
	const data = { node, workflow };
	return {
		checkProcessedAndRecord: async (items, scope, options) => await table.checkProcessedAndRecord(items, scope, data, options),
		clearAllProcessedItems: async (scope, options) => await table.clearAllProcessedItems(scope, data, options),
		getProcessedDataCount: async (scope, options) => await table.getProcessedDataCount(scope, data, options),
		removeProcessed: async (items, scope, options) => await table.removeProcessed(items, scope, data, options),
	};
}
