import type { IDataObject } from 'n8n-workflow';
import type { AiccVendor } from '../../../sandbox/huawei/aicc';

/** One action: what the user enters, exactly what the vendor receives, and what comes out. */
export interface Case {
	operation: string;
	/** Beside the first row of an operation, what is special about this one. */
	name?: string;
	/** The node's parameters besides resource and operation. Expressions see the item: a phone number and, after `given`, a call. */
	parameters: Record<string, unknown>;
	/** The interface, by its name in the catalogue. */
	sends: { operation: string; fields: Record<string, unknown> };
	/** What the first item of the output holds, at least. */
	returns: IDataObject;
	/** How many items one input item gives; 1 if left out. */
	count?: number;
	/** What has to happen before; returns what the item holds besides. */
	given?(vendor: AiccVendor): Promise<IDataObject>;
}

export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}
