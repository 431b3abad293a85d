import type { World } from '../world';
import { Agent, type AgentRecord } from './agent';
import { AGENT_STATE } from './agentState';
import type { CallKind, CallRecord } from './call';
import { readCallRequest, readDigits, readInternalCall, type CallRequest } from './callRequest';
import type { HuaweiOptions } from './options';
import { Refusal } from './retcodes';
import type { Session } from './session';
import { readSignIn, type Body } from './signIn';

/** The agents of the call center and what they ask of it. Every refusal is a `Refusal` with the documented code. */
export class Gateway {
	private accounts: Map<string, Agent>;
	private callsPlaced = 0;
	/** Customers' calls for which no agent is free yet, oldest first. */
	private waiting: CallRecord[] = [];

	constructor(
		private readonly world: World,
		readonly options: HuaweiOptions,
	) {
		this.accounts = this.newAgents();
	}

	/** Throws 100-006 for an agent that doesn't exist: nobody can have signed in with it. */
	agent(agentId: string): Agent {
		const agent = this.accounts.get(agentId);
		if (!agent) throw new Refusal('100-006');
		return agent;
	}

	signIn(agentId: string, body: Body, forced: boolean): Session {
		const settings = readSignIn(body);
		const agent = this.accounts.get(agentId);
		if (!agent?.knowsPassword(settings.password)) throw new Refusal('100-004');
		if (agent.signedIn && !forced) throw new Refusal('100-002');
		if (agent.signedIn && this.options.forceDisabled) throw new Refusal('100-015');
		this.checkPhone(agentId, settings.phoneNumber);
		return agent.signIn(settings, forced);
	}

	/** The id of the new call. */
	callOut(agent: Agent, body: Body): string {
		return this.dial(agent, 'outbound', readCallRequest(body, this.options.invalidNumbers));
	}

	/** The id of the new call to another agent. */
	callAgent(agent: Agent, body: Body): string {
		return this.dial(agent, 'internal', readInternalCall(body));
	}

	/** A customer calls the center. @returns the call's id */
	comeIn(caller: string, skillId: number): string {
		const request = { called: this.options.defaultCaller, caller, skillId, callAppData: '', mediaAbility: 0 };
		const call = this.newCall('', 'inbound', request);
		this.callsPlaced += 1;
		this.waiting.push(call);
		for (const agent of this.accounts.values()) this.serve(agent);
		return call.callId;
	}

	/** The calls that wait for an agent with the skill. */
	waitingFor(skillId: string): CallRecord[] {
		return this.waiting.filter((call) => String(call.skillId) === skillId);
	}

	pressKeys(agent: Agent, number: string): void {
		agent.line.press(readDigits(number));
	}

	/** `skillIds` is "1;2;3"; without it, all skills of the call center. */
	resetSkills(agent: Agent, skillIds?: string): void {
		const configured = agent.configuredSkills;
		if (skillIds === undefined) {
			agent.skills = configured;
			return this.serve(agent);
		}
		if (skillIds.length > 4000 || !/^\d+(;\d+)*$/.test(skillIds)) {
			throw new Refusal('000-002', 'skillid must be ids separated by semicolons');
		}
		const chosen = skillIds.split(';').map(Number);
		agent.skills = configured.filter((id) => chosen.includes(id));
		this.serve(agent);
	}

	agents(): AgentRecord[] {
		return [...this.accounts.values()].map((agent) => agent.record);
	}

	/** Oldest first. */
	calls(): CallRecord[] {
		const calls = [...this.accounts.values()].flatMap((agent) => agent.line.calls);
		return calls.sort((one, other) => one.startedAt - other.startedAt);
	}

	/** Signs everybody out. */
	close(): void {
		for (const agent of this.accounts.values()) agent.signOut('closed');
	}

	/** Signs everybody out and forgets all calls. */
	reset(): void {
		this.close();
		this.accounts = this.newAgents();
		this.waiting = [];
	}

	private dial(agent: Agent, kind: CallKind, request: CallRequest): string {
		const call = this.newCall(agent.agentId, kind, request);
		agent.line.dial(call);
		this.callsPlaced += 1;
		return call.callId;
	}

	/** Its id is `<seconds since the epoch>-<sequence>`. */
	private newCall(agentId: string, kind: CallKind, request: CallRequest): CallRecord {
		const startedAt = this.world.clock.now();
		const callId = `${Math.floor(startedAt / 1000)}-${this.callsPlaced + 1}`;
		return { ...request, callId, agentId, kind, digits: [], startedAt, held: false, muted: false, joined: [], transfers: [] };
	}

	/** Gives the agent the call that has waited longest for one of the agent's skills. */
	private serve(agent: Agent): void {
		if (agent.work.current !== AGENT_STATE.idle || agent.inCall) return;
		const next = this.waiting.find(({ skillId = 0 }) => agent.skills.includes(skillId));
		if (!next) return;
		this.waiting = this.waiting.filter((call) => call !== next);
		next.agentId = agent.agentId;
		agent.line.ring(next);
	}

	private newAgents(): Map<string, Agent> {
		const { agents } = this.options;
		return new Map(
			agents.map((account) => [account.agentId, new Agent(account, this.world, this.options, (free) => this.serve(free))]),
		);
	}

	private checkPhone(agentId: string, phoneNumber: string): void {
		if (!this.options.phoneNumbers.includes(phoneNumber)) throw new Refusal('100-014');
		const taken = [...this.accounts.values()].some(
			(other) => other.agentId !== agentId && other.phoneNumber === phoneNumber,
		);
		if (taken) throw new Refusal('100-013', 'The phone is bound to another agent');
	}
}
