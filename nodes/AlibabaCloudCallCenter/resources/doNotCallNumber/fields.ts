import { text, textList } from '../../../common/action/fields';

export const numbers = textList({
	displayName: 'Numbers',
	description: 'The phone numbers. Separate several with commas.',
	example: '13720000000, 13918140000',
});

export const remark = text({
	displayName: 'Remark',
	description: 'Why the numbers must not be called; the list shows it and can be searched for it',
	example: 'Asked not to be called',
});
