import type { FaultKind } from '../faults';
import type { Body } from './signIn';

/** One request and how it was answered; passwords, guids and cookies are left out. */
export interface RequestRecord {
	/** Vendor time, ms since the epoch. */
	at: number;
	operation: string;
	method: string;
	/** Path and query below `/agentgateway/resource`. */
	path: string;
	agentId: string;
	body: Body;
	/** The result code of the work; missing when none was done or it isn't finished. */
	retcode?: string;
	/** The fault that hit the request. */
	fault?: FaultKind;
}

export function withoutPassword(body: Body): Body {
	return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'password'));
}
