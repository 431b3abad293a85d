import { setTimeout as wait } from 'node:timers/promises';
// Without the ending, tsx takes the codex file HuaweiContactCenterTrigger.node.json.
import { HuaweiContactCenterTrigger } from '../../nodes/HuaweiContactCenter/HuaweiContactCenterTrigger.node.js';
import { SessionRegistry } from '../../nodes/HuaweiContactCenter/session/registry';
import { TIMING, type Timing } from '../../nodes/HuaweiContactCenter/session/timing';
import { WATCH_TIMING, type WatchTiming } from '../../nodes/HuaweiContactCenter/trigger/watch';
import { startHuawei, type HuaweiVendor } from '../../sandbox/huawei';
import type { Log } from '../../sandbox/n8n/paths';
import { createWorld, type World } from '../../sandbox/world';
import { publish } from '../../test/nodes/HuaweiContactCenter/trigger/support';
import { agentDayFindings, type AgentDayFindings, type Told } from './agentDayFindings';
import { Random } from './random';

export interface AgentDayOrder {
	hours: number;
	seed: number;
}

const SPEED = 300;
const AGENT = { agentId: '291', password: 'sandbox-agent-password', phoneNumber: '40038' };
const EVENT_TYPE = 'AgentEvent_Hold';

/** In minutes of the vendor. */
const HOUR = 60;
const LONGEST_PAUSE = 4;
const MOST_AT_ONCE = 4;
const LONGEST_OUTAGE = 3;
const COME_BACK = 5;

/** Requests to the gateway take their real time however fast its clock runs. */
const SHORTEST_TIMEOUT_MS = 400;

function faster<T extends object>(timing: T): T {
	return Object.fromEntries(Object.entries(timing).map(([name, ms]) => [name, Math.ceil(Number(ms) / SPEED)])) as T;
}

function timing(): Timing {
	const fast = faster<Timing>(TIMING);
	return { ...fast, pollTimeoutMs: SHORTEST_TIMEOUT_MS, arrivalMs: TIMING.arrivalMs, longestSilenceMs: Math.max(fast.longestSilenceMs, SHORTEST_TIMEOUT_MS) };
}

/** The day of one agent at the gateway: events, an hourly restart, and somebody else who signs in once. */
class Day {
	readonly told: Told[] = [];

	private restarts = 0;

	constructor(
		private readonly world: World,
		private readonly vendor: HuaweiVendor,
		private readonly random: Random,
		private readonly hours: number,
	) {}

	async pass(log: Log): Promise<void> {
		const startedAt = this.world.clock.now();
		const end = this.events(startedAt + this.hours * HOUR * 60_000);
		for (let hour = 1; hour < this.hours; hour++) {
			await this.until(startedAt + hour * HOUR * 60_000);
			if (hour === Math.floor(this.hours / 2)) await this.takeOver();
			await this.restart();
			if (hour % 4 === 0) log(`  hour ${hour}, ${this.told.length} events`);
		}
		await end;
	}

	private async until(at: number): Promise<void> {
		await this.world.clock.sleep(at - this.world.clock.now());
	}

	private async minutes(minutes: number): Promise<void> {
		await this.world.clock.sleep(minutes * 60_000);
	}

	private async events(end: number): Promise<void> {
		while (this.world.clock.now() < end) {
			for (let count = this.random.whole(1, MOST_AT_ONCE); count > 0; count--) {
				const isKept = this.vendor.tell(AGENT.agentId, EVENT_TYPE, String(this.told.length));
				this.told.push({ at: Date.now(), isKept });
			}
			await this.minutes(this.random.whole(1, LONGEST_PAUSE * 60) / 60);
		}
	}

	/** The sessions are lost at once, and for a while the gateway does not answer. */
	private async restart(): Promise<void> {
		this.world.faults.add({ vendor: 'huawei', kind: 'cutBefore', times: Infinity });
		this.vendor.loseSession(AGENT.agentId);
		await this.minutes(this.random.whole(10, LONGEST_OUTAGE * 60) / 60);
		this.world.faults.clear();
		this.restarts += 1;
	}

	/** A person signs in at the agent desktop, whose polls take the events from then on. */
	private async takeOver(): Promise<void> {
		const { agentId, password, phoneNumber } = AGENT;
		await fetch(`${this.vendor.url}/agentgateway/resource/onlineagent/${agentId}/forcelogin`, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ password, phonenum: phoneNumber }),
		});
		await this.minutes(4 * COME_BACK);
	}

	get count(): number {
		return this.restarts;
	}
}

/**
 * A day of the agent's trigger on a clock that runs 300 times as fast. The events are numbered; whatever does not start a run has to lie
 * in a span of which the trigger says that events may be missing.
 */
export async function agentDayCampaign({ hours, seed }: AgentDayOrder, log: Log): Promise<AgentDayFindings> {
	const startedAt = Date.now();
	const world = createWorld({ speed: SPEED });
	const vendor = await startHuawei(world);
	const bench = { registry: new SessionRegistry(timing()), credential: { ...AGENT, baseUrl: vendor.url, takeOverSession: true } };
	const setup = {
		type: new HuaweiContactCenterTrigger(),
		parameters: { events: ['other'] },
		comeBackMs: (COME_BACK * 60_000) / SPEED,
		timing: faster<WatchTiming>({ ...WATCH_TIMING, closeMs: WATCH_TIMING.closeMs * SPEED }),
	};
	try {
		const { watch, items, reports } = await publish(bench, setup);
		const day = new Day(world, vendor, new Random(seed), hours);
		await day.pass(log);
		await wait(1000);
		await watch.close();
		const polls = () => vendor.requests.filter(({ operation }) => operation === 'getAgentEvent').length;
		const pollsBefore = polls();
		await wait(1000);
		const [agent] = vendor.agents();
		return agentDayFindings({
			hours,
			speed: SPEED,
			restarts: day.count,
			takeOvers: 1,
			told: day.told,
			heard: items.map(({ callId }) => Number(callId)),
			reports,
			signIns: agent?.signIns.length ?? 0,
			mostPollsAtOnce: agent?.maxConcurrentPolls ?? 0,
			pollsLeaked: polls() - pollsBefore + (agent?.pollsInFlight ?? 0),
			seconds: Math.round((Date.now() - startedAt) / 1000),
		});
	} finally {
		await vendor.close();
	}
}
