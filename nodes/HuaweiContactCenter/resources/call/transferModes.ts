import { choice } from '../../../common/action/fields';

/** Where a call can be transferred to, with the vendor's `devicetype` ("Call Transfer", cec_07_1242). */
export const DEVICES = { skill: 1, agent: 2, ivr: 3, accessCode: 4, external: 5 } as const;

export type Device = keyof typeof DEVICES;

const INSIDE = { blind: 0, success: 2 };

/** The vendor's `mode` for each combination that exists. */
const MODES: Record<Device, Partial<Record<Mode, number>>> = {
	skill: INSIDE,
	agent: INSIDE,
	accessCode: INSIDE,
	ivr: { blind: 0, suspend: 1 },
	external: { blind: 1, success: 2, talk: 3, threeParty: 4 },
};

export type Mode = 'blind' | 'success' | 'suspend' | 'talk' | 'threeParty';

/** The vendor's code; undefined if such a transfer does not exist. */
export function modeCode(device: Device, mode: Mode): number | undefined {
	return MODES[device][mode];
}

export function modesOf(device: Device): Mode[] {
	return Object.keys(MODES[device]) as Mode[];
}

export const deviceType = choice<Device>({
	displayName: 'Transfer To',
	description: 'What kind of destination the call goes to',
	default: 'skill',
	choices: [
		{ name: 'Access Code', value: 'accessCode', description: 'A number that customers call, with what follows there' },
		{ name: 'Agent', value: 'agent' },
		{ name: 'External Number', value: 'external' },
		{ name: 'Skill Queue', value: 'skill', description: 'The next free agent of a queue' },
		{ name: 'Voice Menu (IVR)', value: 'ivr' },
	],
});

/** The modes that exist only for some destinations; Blind exists for all of them. */
function only(mode: Mode): { displayOptions: { show: { deviceType: Device[] } } } {
	const devices = (Object.keys(DEVICES) as Device[]).filter((device) => modeCode(device, mode) !== undefined);
	return { displayOptions: { show: { deviceType: devices } } };
}

export const mode = choice<Mode>({
	displayName: 'Mode',
	description: 'When the agent leaves the call',
	default: 'blind',
	choices: [
		{ name: 'Blind', value: 'blind', description: 'At once; to an external number, only for calls that came in' },
		{ name: 'On Success', value: 'success', description: 'As soon as the destination has answered; otherwise the agent keeps the call', ...only('success') },
		{ name: 'Suspend', value: 'suspend', description: 'Until the voice menu is done; then the call comes back to the agent', ...only('suspend') },
		{ name: 'Talk First', value: 'talk', description: 'After talking to the destination, while the customer waits', ...only('talk') },
		{ name: 'Three-Party', value: 'threeParty', description: 'Not at all: the agent, the customer and the destination talk together', ...only('threeParty') },
	],
});
