import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

/**
 * What an action does in the world, which decides whether it may be sent twice:
 * `read` changes nothing, `change` alters a call or a session, `dial` can ring a phone.
 */
export type Effect = 'read' | 'change' | 'dial';

export interface Settings {
	/** Whether the user wants the short form of the vendor's answer. */
	simplify: boolean;
	/** The workflow's time zone, such as Asia/Shanghai. */
	timeZone: string;
	/** Aborted when the user stops the execution. */
	canceled?: AbortSignal;
	/** For an action that waits before it dials, to be called right before its request. It throws if the call may no longer go out. */
	beforeDial?(): Promise<void>;
}

/** An item with files. It is plain data, because what an item has returned is kept as JSON. */
export interface ResultWithFiles {
	json: IDataObject;
	binary: IBinaryKeyData;
}

/** What an action returns for an item: its JSON, or its JSON and its files. */
export type Result = IDataObject | ResultWithFiles;

export function hasFiles(result: Result): result is ResultWithFiles {
	return Object.keys(result).sort().join() === 'binary,json';
}

/** What one request returned. If `next` is set, there is more, and the action follows up from there. */
export interface Part<Next = unknown, Item extends Result = Result> {
	results: Item[];
	next?: Next;
	/** How long to wait before following up. */
	pauseMs?: number;
}
