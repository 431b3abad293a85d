import { defineAction } from '../../../common/action/action';
import { choice, text, wholeNumber } from '../../../common/action/fields';
import type { AiccClient } from '../../aicc/client';

const VOICE_NOTIFICATION = '3';
const LONGEST_NAME = 50;
const LONGEST_TEXT_BYTES = 500;

const name = text({
	displayName: 'Name',
	description: 'The name of the template: Chinese characters, letters and digits, at most 50',
	example: 'Delivery2026',
	check: (value) => (value.length <= LONGEST_NAME ? undefined : `it has ${value.length} characters; shorten it to at most ${LONGEST_NAME}`),
});

const templateText = text({
	displayName: 'Template Text',
	description: 'What is spoken, at most 500 bytes. It may hold ${TXT_n} for up to n bytes of text, ${NUM_n} for up to n digits, ${DATE} and ${TIME}.',
	example: 'Your order ${NUM_6} arrives at ${TIME}',
	typeOptions: { rows: 3 },
	check(value) {
		if (value.startsWith('${')) return 'begin with text, because Huawei takes no variable at the beginning';
		const bytes = Buffer.byteLength(value);
		return bytes <= LONGEST_TEXT_BYTES ? undefined : `it has ${bytes} bytes; shorten it to at most ${LONGEST_TEXT_BYTES} (UTF-8)`;
	},
});

const speed = wholeNumber({ displayName: 'Speed', description: 'How fast the text is spoken, from -200 to 500', default: 0, min: -200, max: 500 });

const voice = choice({
	displayName: 'Voice',
	description: 'Who speaks the text',
	default: 'cn_kefuman_common',
	choices: [
		{ name: 'Gentle (Roumeiqian)', value: 'cn_roumeiqian_common' },
		{ name: 'Mature (Chengshuxing)', value: 'cn_chengshuxing_common' },
		{ name: 'Natural (Ziranzhen)', value: 'cn_ziranzhen_common' },
		{ name: 'Service (Kefuman)', value: 'cn_kefuman_common' },
		{ name: 'Sweet (Tianmeiru)', value: 'cn_tianmeiru_common' },
	],
});

const volume = wholeNumber({ displayName: 'Volume', description: 'How loud the text is spoken, from 0 to 100', default: 50, min: 0, max: 100 });

/** Source: createVoiceTemplate (cec_07_0050). What the answer holds besides its result code is not documented, so all of it is returned. */
export const createTemplate = defineAction<AiccClient>()({
	operation: 'createTemplate',
	name: 'Create Template',
	action: 'Create template for voice notifications',
	description: 'Upload a text that is spoken later, with places for values. Huawei reviews it before it can be used.',
	effect: 'change',
	simplify: false,
	fields: { name, templateText },
	additionalFields: { speed, voice, volume },
	async perform(client, values) {
		const { templateText: textcontent, voice: voicename, ...rest } = values;
		const answer = await client.send('createVoiceTemplate', { ...rest, scene: VOICE_NOTIFICATION, voicename, voicecontent: { textcontent } });
		return [{ success: true, ...answer }];
	},
});
