import type { World } from '../world';
import { Agent, type AgentRecord } from './agent';
import type { CallRecord } from './call';
import { readCallRequest, readDigits } from './callRequest';
import type { HuaweiOptions } from './options';
import { Refusal } from './retcodes';
import type { Session } from './session';
import { readSignIn, type Body } from './signIn';

/** The agents of the call center and what they ask of it. Every refusal is a `Refusal` with the documented code. */
export class Gateway {
	private accounts: Map<string, Agent>;
	private callsPlaced = 0;

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

	/** The call id, `<seconds since the epoch>-<sequence>`. */
	callOut(agent: Agent, body: Body): string {
		const request = readCallRequest(body, this.options.invalidNumbers);
		const callId = `${Math.floor(this.world.clock.now() / 1000)}-${this.callsPlaced + 1}`;
		agent.line.dial(callId, request);
		this.callsPlaced += 1;
		return callId;
	}

	pressKeys(agent: Agent, number: string): void {
		agent.line.press(readDigits(number));
	}

	/** `skillIds` is "1;2;3"; without it, all skills of the call center. */
	resetSkills(agent: Agent, skillIds?: string): void {
		const configured = this.options.skills.map(({ id }) => id);
		if (skillIds === undefined) {
			agent.skills = configured;
			return;
		}
		if (skillIds.length > 4000 || !/^\d+(;\d+)*$/.test(skillIds)) {
			throw new Refusal('000-002', 'skillid must be ids separated by semicolons');
		}
		const chosen = skillIds.split(';').map(Number);
		agent.skills = configured.filter((id) => chosen.includes(id));
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
	}

	private newAgents(): Map<string, Agent> {
		const { agents } = this.options;
		return new Map(
			agents.map((account) => [account.agentId, new Agent(account, this.world, this.options)]),
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
