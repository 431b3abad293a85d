import { Refusal } from './retcodes';
import type { Body } from './signIn';
import { booleanOf, integerOf, textOf } from './values';

export const DEVICE = { skill: 1, agent: 2, ivr: 3, accessCode: 4, external: 5 } as const;

export type TransferMode = 'blind' | 'success' | 'suspend' | 'talk' | 'threeParty';

/** The modes of each `devicetype`, from "Call Transfer" (cec_07_1242); whatever else is asked for is refused. */
const INSIDE: Record<number, TransferMode> = { 0: 'blind', 2: 'success' };
const MODES: Record<number, Record<number, TransferMode>> = {
	[DEVICE.skill]: INSIDE,
	[DEVICE.agent]: INSIDE,
	[DEVICE.ivr]: { 0: 'blind', 1: 'suspend' },
	[DEVICE.accessCode]: INSIDE,
	[DEVICE.external]: { 1: 'blind', 2: 'success', 3: 'talk', 4: 'threeParty' },
};

const MAX_DATA_BYTES = 16 * 1024;

export interface TransferRequest {
	deviceType: number;
	address: string;
	mode: TransferMode;
	callAppData: string;
	holdsCustomer: boolean;
}

function demand(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Refusal('000-002', message);
}

/** Throws 000-002 where the page forbids a value or a combination. */
export function readTransfer(body: Body): TransferRequest {
	const deviceType = integerOf(body.devicetype) ?? NaN;
	const mode = MODES[deviceType]?.[integerOf(body.mode) ?? NaN];
	const address = textOf(body.address);
	const caller = textOf(body.caller);
	const callAppData = textOf(body.callappdata);
	const isOutside = deviceType === DEVICE.external;
	demand(mode !== undefined, 'devicetype and mode must be a combination that exists');
	demand(/^\d{1,24}$/.test(address), 'address must be 1 to 24 digits');
	demand(/^\d{0,24}$/.test(caller), 'caller must be 0 to 24 digits');
	demand(caller === '' || (isOutside && mode !== 'blind'), 'caller is only for external numbers, and not for a release transfer');
	demand(body.mediaability === undefined || isOutside, 'mediaability is only for external numbers');
	demand(body.holdflag === undefined || mode === 'threeParty', 'holdflag is only for a three-party transfer');
	demand(Buffer.byteLength(callAppData) <= MAX_DATA_BYTES, 'callappdata must not exceed 16 KB');
	return { deviceType, address, mode, callAppData, holdsCustomer: booleanOf(body.holdflag, true) };
}
