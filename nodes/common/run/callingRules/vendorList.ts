import type { IDataObject } from 'n8n-workflow';
import type { DoNotCallList, Read } from '../../action/resource';
import { InputError } from '../../vendor/errors';
import { customerId } from './customer';

/** The vendor's own do-not-call lists, each of which is read once. */
export class VendorLists {
	private readonly lists = new Map<string, Promise<ReadonlySet<string>>>();

	constructor(
		private readonly list: DoNotCallList | undefined,
		private readonly read: Read,
	) {}

	/** The numbers that must not be called, as `customerId` returns them. Throws an InputError or a VendorError; nobody may be called then. */
	async for(values: IDataObject): Promise<ReadonlySet<string>> {
		const { list } = this;
		if (!list) throw new InputError("The vendor has no list that this operation could check: turn off 'Check Vendor List' in 'Calling Rules'");
		const key = list.keyOf(values);
		const numbers = this.lists.get(key) ?? list.numbers(values, this.read).then((all) => new Set(all.map(customerId)));
		this.lists.set(key, numbers);
		return await numbers;
	}
}
