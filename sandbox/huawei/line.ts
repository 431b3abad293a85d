import type { World } from '../world';
import { runInBackground } from './background';
import { otherPartyOf, type CallOutcome, type CallRecord } from './call';
import { CallSetup, type Failure } from './callSetup';
import type { EventContent } from './events';
import type { HuaweiOptions } from './options';
import { Refusal } from './retcodes';
import { Transfer } from './transfer';
import type { TransferRequest } from './transferRequest';

/** The agent whose line it is. */
export interface LineOwner {
	readonly agentId: string;
	/** Whether the agent's phone goes on-hook after each call. */
	readonly releasesPhone: boolean;
	readonly phoneNumber: string;
	/** Whether calls that come in are answered by themselves. */
	readonly answersByItself: boolean;
	emit(eventType: string, content: EventContent): void;
	callStarted(): void;
	callAnswered(): void;
	/** The agent has no call any more. */
	callEnded(): void;
	callMissed(): void;
}

const PLATFORM_HUNG_UP = 3;

/** The telephone line of one agent: at most one call that is not on hold, unless calls were joined. */
export class Line {
	readonly calls: CallRecord[] = [];
	phoneOffHook = false;
	private readonly ends = new Map<string, AbortController>();
	private readonly setup: CallSetup;
	private readonly transfers: Transfer;

	constructor(
		readonly owner: LineOwner,
		private readonly world: World,
		options: HuaweiOptions,
	) {
		this.setup = new CallSetup(this, world, options);
		this.transfers = new Transfer(this, world, options);
	}

	/** The calls that have not ended. */
	get open(): CallRecord[] {
		return this.calls.filter(({ outcome }) => outcome === undefined);
	}

	/** The current call. */
	get current(): CallRecord | undefined {
		return this.open.filter(({ held }) => !held).at(-1);
	}

	emit(eventType: string, content: EventContent): void {
		this.owner.emit(eventType, content);
	}

	/** Accepts the call; events report what becomes of it. Throws 100-007 during a call; those on hold don't count. */
	dial(call: CallRecord): void {
		if (this.current) throw new Refusal('100-007', 'The agent is in a call');
		this.begin(call, async () => await this.setup.call(call));
	}

	/** A customer's call has been given to the agent. */
	ring(call: CallRecord): void {
		this.begin(call, async () => await this.setup.ring(call));
	}

	/** Throws 200-002 unless a call is ringing. */
	answer(callId?: string): void {
		const call = this.current;
		const isRinging = call?.kind === 'inbound' && call.answeredAt === undefined && (callId ?? call.callId) === call.callId;
		if (!isRinging) throw new Refusal('200-002');
		this.setup.answer(call);
	}

	hold(): void {
		const call = this.current;
		if (!call) throw new Refusal('200-013');
		if (call.answeredAt === undefined || call.joined.length > 0) throw new Refusal('200-014');
		call.held = true;
		this.emit('AgentEvent_Hold', { callid: call.callId });
	}

	retrieve(callId?: string): void {
		const call = this.open.filter(({ held }) => held).find((held) => (callId ?? held.callId) === held.callId);
		if (!call) throw new Refusal('200-015');
		if (this.current) throw new Refusal('200-016');
		call.held = false;
		this.setup.reportTalk(call);
	}

	/** Throws 200-003 or 200-007 without a call, and 200-004 or 200-008 when it cannot be or is so already. */
	setMuted(muted: boolean): void {
		const call = this.current;
		if (!call) throw new Refusal(muted ? '200-003' : '200-007');
		if (call.answeredAt === undefined || call.muted === muted) throw new Refusal(muted ? '200-004' : '200-008');
		call.muted = muted;
	}

	/** Joins the call on hold with the current one. Throws 200-010 without a current call and 200-011 without that call on hold. */
	join(callId: string): void {
		const call = this.current;
		if (call?.answeredAt === undefined) throw new Refusal('200-010');
		const held = this.open.find((other) => other.held && other.callId === callId);
		if (!held) throw new Refusal('200-011');
		held.held = false;
		held.joined.push(call.callId);
		call.joined.push(held.callId);
		this.emit('AgentEvent_Conference', { callid: callId, partner: `${otherPartyOf(held)},${otherPartyOf(call)}` });
	}

	/** Throws 200-012 unless a call is established, and 000-002 for a blind transfer of an outbound call to the outside. */
	transfer(request: TransferRequest): void {
		const call = this.current;
		if (call?.answeredAt === undefined) throw new Refusal('200-012');
		if (call.kind === 'outbound' && request.deviceType === 5 && request.mode === 'blind') {
			throw new Refusal('000-002', 'An outbound call cannot be released to an external number');
		}
		const transfer = { ...request, at: this.world.clock.now(), state: 'ringing' as const };
		call.transfers.push(transfer);
		this.follow(call, async () => await this.transfers.run(call, transfer));
	}

	/** Throws 100-007 unless a talk or three-party transfer is under way. */
	cancelTransfer(): void {
		const transfer = this.current?.transfers.at(-1);
		const isUnderWay = transfer?.state === 'ringing' || transfer?.state === 'connected';
		if (!isUnderWay || !['talk', 'threeParty'].includes(transfer.mode)) throw new Refusal('100-007', 'There is no transfer to cancel');
		transfer.state = 'canceled';
	}

	/** Throws 100-007 unless a call is established. */
	press(digits: string): void {
		const call = this.current;
		if (call?.answeredAt === undefined) throw new Refusal('100-007', 'No call is established');
		call.digits.push({ digits, at: this.world.clock.now() });
	}

	/** Ends the current call and those joined with it. Throws 200-017 if there is none. */
	hangUp(): void {
		const call = this.current;
		if (!call) throw new Refusal('200-017');
		for (const { callId } of this.open.filter((other) => call.joined.includes(other.callId) || other === call)) this.drop(callId, 'agentHungUp');
	}

	/** Ends every call. */
	hangUpAll(outcome: CallOutcome): void {
		for (const { callId } of this.open) this.drop(callId, outcome);
	}

	/** Ends one call, even one on hold. Throws 200-025 if it does not exist. */
	drop(callId: string, outcome: CallOutcome): void {
		const call = this.open.find((other) => other.callId === callId);
		if (!call) throw new Refusal('200-025');
		this.emit('AgentEvent_Call_Release', call.callId);
		if (call.rungAt !== undefined) this.emitCustomerRelease(call);
		const isHandedOver = call.transfers.at(-1)?.state === 'connected' && call.transfers.at(-1)?.mode === 'talk';
		this.end(call, isHandedOver && outcome === 'agentHungUp' ? 'transferred' : outcome);
	}

	/** Puts the agent's phone on-hook. */
	reset(): void {
		this.phoneOffHook = false;
	}

	async pause({ callId }: CallRecord, ms: number): Promise<void> {
		await this.world.clock.sleep(ms, this.ends.get(callId)?.signal);
	}

	/** Does something that belongs to the call and ends with it. */
	follow({ callId }: CallRecord, work: () => Promise<void>): void {
		const end = this.ends.get(callId);
		if (end) runInBackground(end.signal, work);
	}

	handOver(call: CallRecord): void {
		this.end(call, 'transferred');
	}

	customerHangsUp(call: CallRecord): void {
		this.emitCustomerRelease(call);
		this.emit('AgentEvent_Call_Release', call.callId);
		this.end(call, 'customerHungUp');
	}

	fail(call: CallRecord, failure: Failure): void {
		this.end(call, failure);
	}

	/** The agent has let a call ring. */
	miss(call: CallRecord): void {
		this.emit('AgentEvent_No_Answer', call.callId);
		this.close(call, 'noAnswer');
		this.owner.callMissed();
	}

	private begin(call: CallRecord, life: () => Promise<void>): void {
		this.calls.push(call);
		this.ends.set(call.callId, new AbortController());
		this.follow(call, life);
	}

	private end(call: CallRecord, outcome: CallOutcome): void {
		this.close(call, outcome);
		if (this.open.length === 0) this.owner.callEnded();
	}

	private close(call: CallRecord, outcome: CallOutcome): void {
		call.outcome = outcome;
		call.endedAt = this.world.clock.now();
		this.ends.get(call.callId)?.abort();
		this.world.phones.endTalk(call.callId);
		if (this.open.length > 0 || !this.phoneOffHook || !this.owner.releasesPhone) return;
		this.phoneOffHook = false;
		this.emit('AgentOther_PhoneRelease', { phoneState: PLATFORM_HUNG_UP });
	}

	private emitCustomerRelease(call: CallRecord): void {
		this.emit('AgentEvent_Customer_Release', { callid: call.callId, number: otherPartyOf(call) });
	}
}
