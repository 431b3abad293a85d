import type { World } from '../world';
import { otherPartyOf, type CallRecord, type TransferRecord } from './call';
import type { EventContent } from './events';
import type { HuaweiOptions } from './options';
import { DEVICE, type TransferRequest } from './transferRequest';

/** What a transfer does to the line that it happens on. */
export interface TransferringLine {
	emit(eventType: string, content: EventContent): void;
	pause(call: CallRecord, ms: number): Promise<void>;
	/** The agent is no longer in the call. */
	handOver(call: CallRecord): void;
}

/** How long a voice menu keeps a caller who was sent there for a while. */
const MENU_MS = 3000;

/** The phone that rings at the destination: `menu` if a machine answers, undefined if it does not exist. */
function phoneAt({ deviceType, address }: TransferRequest, { skills, colleagues }: HuaweiOptions): string | undefined {
	switch (deviceType) {
		case DEVICE.external:
			return address;
		case DEVICE.agent:
			return colleagues.find(({ agentId }) => agentId === address)?.phoneNumber;
		case DEVICE.skill:
			return skills.some(({ id }) => String(id) === address) ? colleagues[0]?.phoneNumber : undefined;
		default:
			return 'menu';
	}
}

/** The life of a transfer, with the events of "Call Transfer" (cec_07_1242). It ends early when the call does. */
export class Transfer {
	constructor(
		private readonly line: TransferringLine,
		private readonly world: World,
		private readonly options: HuaweiOptions,
	) {}

	async run(call: CallRecord, transfer: TransferRecord): Promise<void> {
		const phone = phoneAt(transfer, this.options);
		if (transfer.mode === 'suspend') return await this.visitMenu(call, transfer);
		if (transfer.mode === 'blind') return this.release(call, transfer, phone);
		const isReached = await this.reach(call, transfer, phone);
		if (transfer.state === 'canceled') return;
		transfer.state = isReached ? 'connected' : 'failed';
		if (transfer.mode === 'success') return this.report(call, transfer, isReached);
		if (!isReached) return this.line.emit('AgentEvent_Connect_Fail', call.callId);
		this.connect(call, transfer);
	}

	private release(call: CallRecord, transfer: TransferRecord, phone: string | undefined): void {
		if (phone === undefined) {
			transfer.state = 'failed';
			return this.line.emit('AgentEvent_Connect_Fail', call.callId);
		}
		transfer.state = 'done';
		if (phone !== 'menu') this.world.phones.ring('huawei', phone, call.callId);
		this.line.emit('AgentEvent_Call_Release', call.callId);
		this.line.handOver(call);
	}

	private async visitMenu(call: CallRecord, transfer: TransferRecord): Promise<void> {
		await this.line.pause(call, MENU_MS);
		transfer.state = 'done';
		this.line.emit('AgentEvent_ReturnFromIvr', { callid: call.callId });
	}

	private async reach(call: CallRecord, { address }: TransferRecord, phone: string | undefined): Promise<boolean> {
		if (phone === undefined) return false;
		if (phone === 'menu') return true;
		this.world.phones.ring('huawei', phone, call.callId);
		this.line.emit('AgentEvent_Customer_Alerting', { callid: call.callId, otherPhoneWorkno: '', otherPhone: address, type: 'assistant' });
		const { answer, ringMs } = this.world.phones.behaviour(phone);
		await this.line.pause(call, ringMs);
		return answer === 'answers';
	}

	private report(call: CallRecord, transfer: TransferRecord, isReached: boolean): void {
		this.line.emit('AgentEvent_SuccTransResult', { callId: call.callId, result: isReached ? 0 : 1 });
		if (!isReached) return;
		transfer.state = 'done';
		this.line.emit('AgentEvent_Call_Release', call.callId);
		this.line.handOver(call);
	}

	private connect(call: CallRecord, transfer: TransferRecord): void {
		const { callId } = call;
		if (transfer.mode === 'threeParty') return this.line.emit('AgentEvent_Conference', { callid: callId, partner: `${otherPartyOf(call)},${transfer.address}` });
		this.line.emit('AgentEvent_Talking', { caller: this.options.defaultCaller, callid: callId, called: transfer.address, feature: '7', type: 'assistant', mediaAbility: '1' });
	}
}
