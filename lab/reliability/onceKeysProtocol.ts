import type { IDataObject } from 'n8n-workflow';
import type { ItemOutcome } from './onceKeysFindings';

/** One execution, as a process is asked for it. */
export interface Execution {
	/** The node that calls; keys belong to it. */
	nodeId: string;
	vendorUrl: string;
	/** Whom to call, each under a key of its own. */
	phones: string[];
	/** How many items at a time. */
	concurrency: number;
	/** Whether Only Once per Key is set. */
	withKey: boolean;
	/** Calling Rules, as n8n saves them. */
	callingRules?: IDataObject;
	/** What the first item holds besides its phone, for expressions. */
	first?: IDataObject;
	/** Whether the first failed item stops the execution. */
	stops?: boolean;
	/** The failed execution that this one retries with its data, as the executions list does. */
	retryOf?: number;
}

export interface EndedExecution {
	number: number;
	/** By item. */
	outcomes: ItemOutcome[];
	ms: number;
}

export interface Order {
	number: number;
	execution: Execution;
}

/** Sent once when the process is ready, and after each execution. */
export type Report = { ready: true } | { number: number; ended: EndedExecution } | { number: number; failed: string };

/** The workflow in which the node stands. */
export const WORKFLOW = 'test';
