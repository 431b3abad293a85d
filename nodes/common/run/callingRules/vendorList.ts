import type { IDataObject } from 'n8n-workflow';
import type { DoNotCallList } from '../../action/resource';
import { InputError } from '../../vendor/errors';
import { customerId } from './customer';

/** The vendor's own do-not-call lists, each of which is read once. */
export class VendorLists {
	private readonly lists = new Map<string, Promise<ReadonlySet<string>>>();

	/** @param read sends the requests, with the repetitions that a read allows */
	constructor(
		private readonly list: DoNotCallList | undefined,
		private readonly read: (numbers: () => Promise<string[]>) => Promise<string[]>,
	) {}

	/** The numbers that must not be called, as `customerId` returns them. Throws an InputError or a VendorError; nobody may be called then. */
	async for(values: IDataObject): Promise<ReadonlySet<string>> {
		const { list } = this;
		if (!list) throw new InputError("The vendor has no list that this operation could check: turn off 'Check Vendor List' in 'Calling Rules'");
		const key = list.keyOf(values);
		const numbers = this.lists.get(key) ?? this.read(async () => await list.numbers(values)).then((all) => new Set(all.map(customerId)));
		this.lists.set(key, numbers);
		return await numbers;
	}
}
