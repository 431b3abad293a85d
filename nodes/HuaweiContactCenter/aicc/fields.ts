import { locator, text, textList, type Field } from '../../common/action/fields';
import { choicesOf, listOf } from './lists';
import { readAccessCodes, readVoices } from './reads';

/** Fields of several resources. Lengths: createCall (cec_07_1303) and createVoiceNotification (cec_07_2801). */

function dialable(value: string): string | undefined {
	return /^[0-9*#]{1,32}$/.test(value) ? undefined : 'enter 1 to 32 digits, * or #, without spaces, + or hyphens';
}

export const called = text({
	displayName: 'Called',
	description: 'The phone number of the customer, with the prefix for outside lines if the call center needs one',
	example: '13720000000',
	check: dialable,
});

/** A phone number of the contact center's own side. */
export function ownNumber(displayName: string, description: string, example: string): Field<string> {
	return text({ displayName, description, example, check: dialable });
}

/** @param who is shown the number */
export function displayedNumber(displayName: string, who: string): Field<string> {
	return locator({
		displayName,
		description: `The number that ${who} sees; by default the tenant's access code`,
		example: '02160000000',
		enteredBy: 'ID',
		search: listOf('searchAccessCodes', {
			read: readAccessCodes,
			value: ({ accessCode }) => accessCode,
			label: ({ description }) => description,
		}),
	});
}

export const callerPresent = displayedNumber('Displayed Number', 'the customer');

const LONGEST_URL = 256;

/** Base64 of the URL is what the vendor wants, and what its limit is for. */
export function encodedUrl(url: string): string {
	return Buffer.from(url, 'utf8').toString('base64');
}

function callBackFault(url: string): string | undefined {
	if (!/^https?:\/\//.test(url)) return 'enter a URL that begins with https://';
	const [wrong] = /[^a-zA-Z0-9\-:./_#?&]/.exec(url) ?? [];
	if (wrong) return `Huawei does not take the character ${wrong} in it; use only letters, digits and - : . / _ # ? &`;
	return encodedUrl(url).length > LONGEST_URL ? 'it is too long; use at most 190 characters' : undefined;
}

export const callBackUrl = text({
	displayName: 'Callback URL',
	description: "Where Huawei reports the end of the call, such as the URL of a webhook. Huawei must have its host on the tenant's list of admitted hosts.",
	example: 'https://n8n.example.com/webhook/huawei-calls',
	check: callBackFault,
});

const voice = { value: ({ voice_id }: Record<string, unknown>) => voice_id, label: ({ name }: Record<string, unknown>) => name };
const [RECORDINGS, TEMPLATES] = [0, 2];

/** For the field that takes several voices. */
export const getVoices = choicesOf({ ...voice, read: async (client, place) => await readVoices(client, place, { type: RECORDINGS }) });

const voiceList = textList({
	displayName: 'Voices',
	description: 'The recordings to play, one after another',
	toFill: 'choose at least one, or use the IDs of voices such as 1201763136043459597',
});

/** Chosen from the account's recordings; an expression may return IDs. */
export const voiceIds: Field<string[]> = {
	...voiceList,
	property: {
		displayName: 'Voice Names or IDs',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getVoices' },
		default: [],
		description: 'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'The recordings are played one after another',
	},
};

export const templateId = locator({
	displayName: 'Template',
	description: 'The text to speak, which may have places for values',
	example: '1226170940666061826',
	search: listOf('searchVoiceTemplates', { ...voice, read: async (client, place) => await readVoices(client, place, { type: TEMPLATES }) }),
});
