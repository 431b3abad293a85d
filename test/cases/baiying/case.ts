import type { IDataObject } from 'n8n-workflow';
import type { Effect } from '../../../nodes/common/action/action';
import type { Api } from '../../../nodes/Baiying/api/catalogue';

/** What one of the APIs receives: an operation by its name, and its parameters, all of them. */
export interface Sent {
	operation: string;
	params: Record<string, unknown>;
}

/** One action: what the user enters, exactly what is sent then to each API, and what comes out. */
export interface Case {
	operation: string;
	/**
	 * The node's parameters besides resource and operation. Expressions see the item: a phone number, and the IDs of the sandbox's two jobs
	 * and its one call (`waitingJobId`, `doneJobId`, `callId`).
	 */
	parameters: Record<string, unknown>;
	/** By API; left out for one that can't do it. The items' IDs are replaced by their names. */
	sends: Partial<Record<Api, Sent>>;
	/** What the first item of the output holds, at least; where the APIs differ, by API. */
	returns: IDataObject | ((api: Api) => IDataObject);
	/** How many items one input item gives; 1 if left out. */
	count?: number;
	/** Where it follows from the values, and is weaker than that of the action. */
	effect?: Effect;
	/** The items share a request. */
	isBatch?: true;
	/** The items share a request and its result. */
	isShared?: true;
	/** The result of all items belongs to the first. */
	isFirst?: true;
	/** When the answer was lost, the action looks at the vendor and finds that the request took effect. */
	isFound?: true;
	/** What can be done only once to the same job: two items would need two jobs. */
	isOnce?: true;
}

export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}

export const COMPANY = byId('');
export const WAITING_JOB = byId('={{ $json.waitingJobId }}');
export const DONE_JOB = byId('={{ $json.doneJobId }}');
export const ROBOT = byId('180');
