import type { IDataObject } from 'n8n-workflow';
import type { Given } from './given';

/** One action: what the user enters, exactly what is sent then, and what comes out. */
export interface Case {
	operation: string;
	/** The vendor's action, for an operation that can send any. */
	sentAs?: string;
	/** The node's parameters besides resource and operation; expressions see the item `{ phone: '13720000000', userId: 'agent@ccc-test' }`; the second item has another agent. */
	parameters: Record<string, unknown>;
	/** What has to exist; the item also holds what this returns. */
	given?: Given;
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
