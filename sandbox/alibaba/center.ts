import type { Clock } from '../clock';
import type { CallRecord } from './callRecord';
import { findInstance, findUser, type Account, type Instance, type User } from './account';
import type { AgentDesk } from './agentDesk';
import type { AgentDesks } from './agentDesks';
import type { Campaigns } from './campaigns/campaigns';
import type { DoNotCallList } from './doNotCall';
import type { Exchange } from './exchange';
import type { Ivr } from './ivr';
import type { Params } from './parameters';
import type { Recordings } from './recordings';

/** What the actions work with. */
export interface CallCenter {
	account: Account;
	exchange: Exchange;
	clock: Clock;
	/** How long after the end of a call its record exists, in vendor milliseconds. */
	recordLagMs: number;
	/** Records that a test adds, of calls that the exchange knows nothing of. */
	added: CallRecord[];
	recordings: Recordings;
	desks: AgentDesks;
	doNotCall: DoNotCallList;
	campaigns: Campaigns;
	ivr: Ivr;
}

/** Does what an action does and returns the answer's `Data`; throws a `CccError` or a `GatewayError`. */
export type Behavior<Center = CallCenter> = (center: Center, params: Params) => unknown;

/** Whoever acts: the named user, or the one of the access key. */
export interface Actor {
	instance: Instance;
	user: User;
	desk: AgentDesk;
}

/** Throws `NotExists.InstanceId` or `NotExists.UserId`. */
export function actorOf({ account, desks }: CallCenter, params: Params): Actor {
	const instance = findInstance(account, params.InstanceId ?? '');
	const user = findUser(instance, params.UserId);
	return { instance, user, desk: desks.of(instance, user) };
}
