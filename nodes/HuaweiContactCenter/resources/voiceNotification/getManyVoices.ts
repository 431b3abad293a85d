import { choice } from '../../../common/action/fields';
import { pageAction } from '../../aicc/pages';
import { readVoices } from '../../aicc/reads';
import { textOf, timeOf } from '../../aicc/values';

const KINDS: Readonly<Record<string, string>> = { '0': 'recording', '2': 'template' };

const type = choice({
	displayName: 'Type',
	description: 'Which kind to return; by default both',
	default: 0,
	choices: [
		{ name: 'Recordings', value: 0 },
		{ name: 'Templates', value: 2 },
	],
});

/** Source: queryVoiceNotificationRecording (cec_07_2800). */
export const getManyVoices = pageAction({
	operation: 'getManyVoices',
	name: 'Get Many Voices',
	action: 'Get many voices of voice notifications',
	description: 'List the recordings and text templates that have passed the review, with the IDs that Create takes',
	fields: {},
	filters: { type },
	read: async (client, values, place) => await readVoices(client, place, { type: values.type }),
	short: (voice) => ({
		voiceId: voice.voice_id,
		name: voice.name,
		type: KINDS[textOf(voice.type) ?? ''] ?? voice.type,
		content: voice.voicecontent,
		uploadedAt: timeOf(voice.uploaddate),
	}),
});
