import { isIPv4 } from 'node:net';
import { AGENT_STATE } from './agentState';
import { Refusal } from './retcodes';
import { booleanOf, integerOf, textOf } from './values';

export type Body = Record<string, unknown>;

/** What a sign-in asks for (cec_07_1202). */
export interface SignIn {
	password: string;
	phoneNumber: string;
	/** Whether calls that come in are answered by themselves. */
	autoAnswer: boolean;
	/** Idle after a call; otherwise wrap-up. */
	autoEnterIdle: boolean;
	/** Whether the agent's phone is hung up after a call. */
	releasePhone: boolean;
	/** State after the sign-in: 3 busy, 4 idle, 5 wrap-up. */
	status: number;
}

const PC_AND_PHONE = 4;
const PC_AND_VIDEO_PHONE = 11;
const FIRST_STATES: readonly number[] = [AGENT_STATE.busy, AGENT_STATE.idle, AGENT_STATE.wrapUp];

/** Throws a `Refusal` with the documented code. */
export function readSignIn(body: Body): SignIn {
	const password = body.password;
	const phoneNumber = textOf(body.phonenum);
	if (typeof password !== 'string') throw new Refusal('100-001', 'The password is missing');
	if (password.length > 32) throw new Refusal('100-001', 'The password is longer than 32 characters');
	if (phoneNumber === '') throw new Refusal('100-001', 'The phone number is missing');
	if (!/^\d{1,24}$/.test(phoneNumber)) throw new Refusal('100-013');
	if (![PC_AND_PHONE, PC_AND_VIDEO_PHONE].includes(integerOf(body.agenttype) ?? PC_AND_PHONE)) {
		throw new Refusal('100-012');
	}
	const status = integerOf(body.status) ?? AGENT_STATE.idle;
	if (!FIRST_STATES.includes(status)) throw new Refusal('100-011', 'The status must be 3, 4 or 5');
	const ip = textOf(body.ip);
	if (ip !== '' && !isIPv4(ip)) throw new Refusal('100-016');
	if (textOf(body.callBackUri) !== '' && textOf(body.serviceToken) !== '') {
		throw new Refusal('100-011', 'This gateway does not push events: sign in without callBackUri');
	}
	return {
		password,
		phoneNumber,
		autoAnswer: booleanOf(body.autoanswer, true),
		autoEnterIdle: booleanOf(body.autoenteridle, true),
		releasePhone: booleanOf(body.releasephone, true),
		status,
	};
}
