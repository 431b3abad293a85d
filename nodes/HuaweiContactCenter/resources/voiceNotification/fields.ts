import { choice, text, textList, wholeNumber } from '../../../common/action/fields';
import { callBackUrl, called, callerPresent, templateId, voiceIds } from '../../aicc/fields';

const contentType = choice({
	displayName: 'Content',
	description: 'What the customer hears',
	default: 'voices',
	choices: [
		{ name: 'Recordings', value: 'voices', description: 'Recordings of the tenant, one after another' },
		{ name: 'Template', value: 'template', description: 'A text template, with values in its places' },
		{ name: 'Text', value: 'text', description: 'A text that is spoken as it is' },
	],
});

const LONGEST_PARAMETER_BYTES = 32;

const templateParameters = textList({
	displayName: 'Template Parameters',
	description: 'The values for the places in the template, in their order, separated by commas; at most 10, each with at most 32 bytes',
	example: '3, People’s Park',
	spaces: true,
});

const longest = 1000;

const spokenText = text({
	displayName: 'Text',
	description: 'The text to speak, at most 998 characters',
	example: 'Hello Mr. Li, your order 4711 has arrived.',
	typeOptions: { rows: 3 },
	check(value) {
		if (/[$~]/.test(value)) return 'remove the characters $ and ~, which Huawei uses as marks';
		return value.length + 2 <= longest ? undefined : `it has ${value.length} characters; shorten it to at most ${longest - 2}`;
	},
});

export const fields = { called, contentType, voiceIds, templateId, templateParameters, text: spokenText };

const playTimes = wholeNumber({ displayName: 'Play Times', description: 'How often to play the recordings or the template', default: 1, min: 1, max: 5 });

const priority = wholeNumber({ displayName: 'Priority', description: 'How urgent the notification is, from 1 for the most urgent to 9', default: 9, min: 1, max: 9 });

export const additionalFields = { callBackUrl, callerPresent, playTimes, priority };

/** What is wrong with the values for a template. */
export function parameterFault(values: string[]): string | undefined {
	if (values.length > 10) return `has ${values.length} values: use at most 10`;
	const long = values.find((value) => Buffer.byteLength(value) > LONGEST_PARAMETER_BYTES);
	if (long !== undefined) return `holds "${long}", which has ${Buffer.byteLength(long)} bytes: shorten it to at most 32 (UTF-8)`;
	const marked = values.find((value) => /[${}]/.test(value));
	return marked === undefined ? undefined : `holds "${marked}": remove the characters $ { }`;
}
