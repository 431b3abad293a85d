import type { IDataObject } from 'n8n-workflow';

/** One action: what the user enters, exactly what is sent then, and what comes out. */
export interface Case {
	operation: string;
	/** The vendor's action, for an operation that can send any. */
	sentAs?: string;
	/** The node's parameters besides resource and operation; expressions see the item `{ phone: '13720000000' }`. */
	parameters: Record<string, unknown>;
	/** A call goes on, and the item also holds its `jobId` and `channelId` (of the customer). */
	withCall?: true;
	/** As `withCall`, but the call has ended. */
	afterCall?: true;
	/** The parameters as they reach the vendor, all of them. */
	sends: Record<string, string> | ((item: IDataObject) => Record<string, unknown>);
	/** What the first item of the output holds, at least. */
	returns: IDataObject;
	/** How many items one input item gives; 1 if left out. */
	count?: number;
}

export const INSTANCE = { __rl: true, mode: 'id', value: 'ccc-test' };

export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}
