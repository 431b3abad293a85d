import { textList } from '../../../common/action/fields';

export const numbers = textList({
	displayName: 'Numbers',
	description: 'The phone numbers. Separate several with commas.',
	example: '13720000000, 13918140000',
});
