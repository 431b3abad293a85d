import { choice, text, wholeNumber } from '../common/action/fields';

/** The fields of the actions. Ranges: "Outbound Calling" (cec_07_1232) and "Two-Stage Dialling" (cec_07_1244). */

const MOST_DATA_BYTES = 16 * 1024;
const LONGEST_WAIT_SECONDS = 4 * 60 * 60;

function dialable(value: string): string | undefined {
	return /^[0-9*#]{1,24}$/.test(value) ? undefined : 'enter 1 to 24 digits, * or #, without spaces, + or hyphens';
}

export const called = text({
	displayName: 'Called Number',
	description: 'The number to call, with the prefix for outside lines if the call center needs one',
	example: '13720000000',
	check: dialable,
});

export const waitFor = choice({
	displayName: 'Wait For',
	description: 'What to wait for before the node continues',
	propertyHint: 'Choose ended if later nodes need callResult or tryAgain',
	default: 'answered',
	choices: [
		{ name: 'Call Accepted', value: 'accepted', description: 'As soon as the call center has accepted the request' },
		{ name: 'Call Answered', value: 'answered', description: 'When the called party has picked up, or the call has failed' },
		{ name: 'Call Ended', value: 'ended', description: 'When the call is over; the output then includes its times' },
	],
});

export const waitTimeoutSeconds = wholeNumber({
	displayName: 'Wait Timeout (Seconds)',
	description: 'The maximum number of seconds to wait; after that, the outcome is "timeout" and the call continues',
	default: 600,
	min: 1,
	max: LONGEST_WAIT_SECONDS,
	unit: 'seconds',
});

export const caller = text({
	displayName: 'Caller Number',
	description: "The number shown to the called party; empty for the call center's own",
	example: '02160000000',
	check: (value) => (/^\d{1,24}$/.test(value) ? undefined : 'enter up to 24 digits, without spaces, + or hyphens, or leave it empty'),
});

export const skillId = text({
	displayName: 'Skill ID',
	description: 'The skill queue that the call counts toward; empty for the default one',
	example: '25',
	check: (value) => (/^\d{1,9}$/.test(value) ? undefined : 'enter the number of a skill queue, or leave it empty'),
});

export const callAppData = text({
	displayName: 'Call Data',
	description: 'Text that travels with the call, at most 16 KB, for example an order number',
	example: 'order=4711',
	check: (value) => {
		const bytes = Buffer.byteLength(value);
		return bytes <= MOST_DATA_BYTES ? undefined : `it has ${bytes} bytes; shorten it to at most ${MOST_DATA_BYTES} (UTF-8)`;
	},
});

export const VIDEO = 1;

export const mediaAbility = choice({
	displayName: 'Media',
	description: 'What kind of call to make',
	default: 0,
	choices: [
		{ name: 'Audio', value: 0 },
		{ name: 'Negotiated', value: 2, description: 'The best that both sides support; the safe choice for video' },
		{ name: 'Video', value: VIDEO, description: 'A called party with audio only is cut off' },
	],
});

export const userVideoDirection = choice({
	displayName: 'Video Direction',
	description: "The direction of the called party's video; only for the media Video",
	default: 4,
	choices: [
		{ name: 'Both Ways', value: 3 },
		{ name: 'Not Set', value: 4 },
		{ name: 'Receive Only', value: 1 },
		{ name: 'Send Only', value: 2 },
	],
});

export const callId = text({
	displayName: 'Call ID',
	description: 'The ID that Call Out returned',
	example: '1455885056-1095',
	check: (value) => (/^[\w-]{1,64}$/.test(value) ? undefined : 'enter the ID that Call Out returned, such as 1455885056-1095'),
});

export const digits = text({
	displayName: 'Digits',
	description: 'The keys to press, in order',
	example: '1#',
	check: dialable,
});
