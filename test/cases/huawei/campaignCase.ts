import type { IDataObject } from 'n8n-workflow';
import type { ISalesVendor } from '../../../sandbox/huawei/isales';

/** One action on campaigns: what the user enters, exactly what is sent then, and what comes out. */
export interface Case {
	operation: string;
	/**
	 * The node's parameters besides resource and operation. Expressions see the item: `phone`, which differs from item to item, `name`, and the
	 * IDs of the sandbox's seeds (`campaignId`, `batchId`, `dataId`, `sessionId`).
	 */
	parameters: Record<string, unknown>;
	/** The operation of the catalogue, its version and all its parameters. The IDs of the seeds are replaced by their names. */
	sends: { operation: string; version?: 'v1' | 'v2'; params: Record<string, unknown> };
	/** What the first item of the output holds, at least. */
	returns: IDataObject;
	/** The items share a request. */
	isBatch?: true;
	/** What can be done only once to the same thing. */
	isOnce?: true;
	/** Brings the vendor into the state that the action needs. */
	prepare?(vendor: ISalesVendor): void;
}

export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}

export const CAMPAIGN = byId('={{ $json.campaignId }}');

export const DONE = { success: true };

/** Pauses the campaign that is there from the start. */
export function paused({ campaigns, seeds }: ISalesVendor): void {
	for (const campaign of campaigns()) campaign.paused = campaign.campaignId === seeds.campaignId;
}
