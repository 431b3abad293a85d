import { Refusal } from './retcodes';
import type { Body } from './signIn';
import { integerOf, textOf } from './values';

const MAX_DATA_BYTES = 16 * 1024;
const AUDIO = 0;
const VIDEO = 1;
const NEGOTIATED = 2;

export interface CallRequest {
	called: string;
	/** Empty: the platform's default caller. */
	caller: string;
	skillId?: number;
	callAppData: string;
	/** 0 audio, 1 video, 2 negotiated. */
	mediaAbility: number;
}

/** Throws a `Refusal` where the page "Outbound Calling" (cec_07_1232) forbids a value. */
export function readCallRequest(body: Body, invalidNumbers: readonly string[]): CallRequest {
	const called = textOf(body.called);
	const caller = textOf(body.caller);
	const callAppData = textOf(body.callappdata);
	const skillId = integerOf(body.skillid);
	const mediaAbility = integerOf(body.mediaability) ?? AUDIO;
	demand(/^[0-9*#]{1,24}$/.test(called), 'called must be 1 to 24 digits, * or #');
	demand(/^\d{0,24}$/.test(caller), 'caller must be 0 to 24 digits');
	demand(Buffer.byteLength(callAppData) <= MAX_DATA_BYTES, 'callappdata must not exceed 16 KB');
	demand(!Number.isNaN(skillId), 'skillid must be an integer');
	demand([AUDIO, VIDEO, NEGOTIATED].includes(mediaAbility), 'mediaability must be 0, 1 or 2');
	checkVideoDirection(body.userVideoDirection, mediaAbility);
	if (invalidNumbers.includes(called)) throw new Refusal('200-001');
	return { called, caller, callAppData, mediaAbility, skillId };
}

/** Throws a `Refusal` where the page "Internal Call" (cec_07_1235) forbids a value; `mediaability` is ignored there. */
export function readInternalCall({ mediaability: _ignored, ...body }: Body): CallRequest {
	demand(/^[1-9]\d{2,5}$/.test(textOf(body.called)), 'called must be the ID of an agent');
	return readCallRequest(body, []);
}

/** The number for two-stage dialing (cec_07_1244). */
export function readDigits(number: unknown): string {
	const digits = textOf(number);
	demand(/^[0-9*#]{1,24}$/.test(digits), 'number must be 1 to 24 digits, * or #');
	return digits;
}

function checkVideoDirection(value: unknown, mediaAbility: number): void {
	const direction = integerOf(value);
	if (direction === undefined) return;
	demand(mediaAbility === VIDEO, 'userVideoDirection is only allowed when mediaability is 1');
	demand([1, 2, 3, 4].includes(direction), 'userVideoDirection must be 1, 2, 3 or 4');
}

function demand(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Refusal('000-002', message);
}
