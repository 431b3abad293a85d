/** Names for the vendor's numbers. */

export const DEVICE_TYPES = { intelligentIvr: 1, predictive: 2, automaticIvr: 3, preview: 5, preOccupied: 6 } as const;

/** Of the filter of the list; a campaign itself says 2 for several of its states. */
export const LIST_STATUSES = { all: 0, started: 2, paused: 3, finished: 4 } as const;

/** 2 stands for running, for all customers called, and for not begun. */
export const STATUSES: Record<string, string> = { '1': 'draft', '2': 'active', '3': 'paused', '4': 'expired', '9': 'published' };

/** The name of a vendor's number; the number itself if it is not documented. */
export function nameOf(codes: Record<string, number>, code: unknown): string | undefined {
	const found = Object.entries(codes).find(([, value]) => String(value) === String(code));
	return found?.[0] ?? (code === undefined || code === null ? undefined : String(code));
}
