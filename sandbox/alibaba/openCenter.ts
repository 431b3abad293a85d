import type { World } from '../world';
import type { Account } from './account';
import { AgentDesks } from './agentDesks';
import { Campaigns } from './campaigns/campaigns';
import type { CallCenter } from './center';
import { DoNotCallList } from './doNotCall';
import { Exchange } from './exchange';
import { Ivr } from './ivr';
import type { Recordings } from './recordings';

interface CenterOptions {
	recordings: Recordings;
	/** In vendor milliseconds. */
	recordLagMs?: number;
}

/** An account's call center in which nothing has happened: calls are followed by the agents' desks. */
export function openCenter(world: World, account: Account, { recordings, recordLagMs = 0 }: CenterOptions): CallCenter {
	const desks = new AgentDesks(world.clock);
	return {
		account,
		clock: world.clock,
		recordLagMs,
		added: [],
		recordings,
		desks,
		exchange: new Exchange(world, (call, channel) => desks.follow(call, channel)),
		doNotCall: new DoNotCallList(),
		campaigns: new Campaigns(world.clock),
		ivr: new Ivr(),
	};
}
