import { text } from '../../../common/action/fields';

const MOST_CHARACTERS = 64;

export const name = text({
	displayName: 'Name',
	description: 'What the ID is made of: the name, "@" and the ID of the instance. Letters, digits, "_" and "-", a letter first.',
	example: 'skillgroup',
	check(value) {
		if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(value)) return 'use letters, digits, "_" and "-", and begin with a letter';
		return tooLong(value);
	},
});

export const displayName = text({
	displayName: 'Display Name',
	description: 'What people read, at most 64 characters',
	example: 'After-sales service',
	check: tooLong,
});

export const description = text({
	displayName: 'Description',
	description: 'What the skill group is for',
	example: 'Questions about repairs and returns',
});

function tooLong(value: string): string | undefined {
	return value.length > MOST_CHARACTERS ? `shorten it to at most ${MOST_CHARACTERS} characters` : undefined;
}
