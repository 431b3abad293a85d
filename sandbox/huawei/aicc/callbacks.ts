import { randomUUID } from 'node:crypto';
import axios from 'axios';
import type { Clock } from '../../clock';
import { seconds, type AiccCall } from './call';
import { callbackSignature, type CallbackFields } from './signature';

/** The addresses that a tenant enters in the console; what is sent there is not signed. */
export interface ConsoleUrls {
	/** Two-party calls: when the customer has answered. */
	answered?: string;
	/** Two-party calls: when the call has ended. */
	ended?: string;
	/** Voice notifications: when the call has ended. */
	notificationEnded?: string;
}

/** A callback that was sent. */
export interface SentCallback {
	url: string;
	body: CallbackFields;
	/** Of the answer; undefined if none came. */
	status?: number;
	answer?: unknown;
}

const TIMEOUT_MS = 10_000;

/** `2022/02/17,13:10:06:836`, in China. */
function printed(time: number): string {
	if (time === 0) return '';
	const [date = '', clock = ''] = new Date(time + 8 * 3_600_000).toISOString().split('T');
	return `${date.replaceAll('-', '/')},${clock.replace('.', ':').replace('Z', '')}`;
}

function endFields(call: AiccCall): CallbackFields {
	const { callSerialNo, called, callerPresent, startTime, alertingTime, talkingTime, releaseTime, reasonCode, releaseReason } = call;
	const common = {
		callSerialNo,
		called,
		callerPresent,
		createCallTime: printed(startTime),
		alertingTime: printed(alertingTime),
		talkingTime: printed(talkingTime),
		releaseTime: printed(releaseTime),
		talkDuration: String(seconds(talkingTime, releaseTime)),
		recordfile: '',
		locationId: '',
	};
	if (call.kind === 'notification') return { ...common, releaseReason: String(releaseReason ?? '') };
	return {
		...common,
		serviceNo: call.agentWorkNo,
		caller: call.caller,
		callData: call.callData,
		releaseReason: String(reasonCode ?? ''),
		agentAlertingTime: printed(call.agentAlertingTime),
		agentTalkingTime: printed(call.agentTalkingTime),
		agentReleaseTime: printed(call.agentReleaseTime),
		agentTalkDuration: String(seconds(call.agentTalkingTime, call.agentReleaseTime)),
	};
}

function signed(fields: CallbackFields, secret: string, now: number): CallbackFields {
	const [timestamp, nonce] = [String(now), randomUUID()];
	return { ...fields, timestamp, nonce, signature: callbackSignature(fields, secret, timestamp, nonce) };
}

/**
 * Huawei's side of the callbacks. An address that came with a call has priority over that of the console, and only what is sent to such
 * an address is signed. Sources: the pages of the events (cec_07_0066, cec_07_0067, cec_07_2805).
 */
export class Callbacks {
	/** Oldest first. */
	readonly sent: SentCallback[] = [];

	console: ConsoleUrls = {};

	constructor(
		private readonly secret: string,
		private readonly clock: Pick<Clock, 'wall'>,
	) {}

	/** The customer has answered. Notifications have no such callback. */
	async answered({ kind, callSerialNo, agentWorkNo, called, callData }: AiccCall): Promise<void> {
		if (kind === 'notification' || this.console.answered === undefined) return;
		await this.deliver(this.console.answered, { callSerialNo, serviceNo: agentWorkNo, called, callData });
	}

	async ended(call: AiccCall): Promise<void> {
		const own = call.callBackUrl === undefined ? undefined : Buffer.from(call.callBackUrl, 'base64').toString();
		const url = own ?? (call.kind === 'notification' ? this.console.notificationEnded : this.console.ended);
		if (url === undefined) return;
		const fields = endFields(call);
		await this.deliver(url, own === undefined ? fields : signed(fields, this.secret, this.clock.wall()));
	}

	/** Sends any fields, for tests of those who receive them. */
	async deliver(url: string, body: CallbackFields): Promise<SentCallback> {
		const entry: SentCallback = { url, body };
		this.sent.push(entry);
		const answer = await axios.post(url, body, { proxy: false, timeout: TIMEOUT_MS, validateStatus: () => true }).catch(() => undefined);
		return Object.assign(entry, answer && { status: answer.status, answer: answer.data as unknown });
	}

	reset(): void {
		this.sent.length = 0;
		this.console = {};
	}
}
