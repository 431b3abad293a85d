import { choice } from '../../../common/action/fields';
import { textOf } from '../../aicc/values';

const MEDIA: Readonly<Record<string, string>> = { '2': 'voiceClickToDial', '5': 'voice', '18': 'videoClickToDial', '19': 'video', '53': 'multimedia' };

/** The kind of media in a word; the vendor's number if it is another one. */
export function mediaOf(id: unknown): string | undefined {
	const code = textOf(id);
	return code === undefined ? undefined : (MEDIA[code] ?? code);
}

export const mediaType = choice({
	displayName: 'Media',
	description: 'Only those for this kind of media',
	default: '5',
	choices: [
		{ name: 'Click-to-Dial', value: '2' },
		{ name: 'Multimedia', value: '53' },
		{ name: 'Video Click-to-Dial', value: '18' },
		{ name: 'Voice and Video', value: '5' },
	],
});
