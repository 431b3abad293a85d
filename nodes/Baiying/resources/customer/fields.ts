import { choice, optional, text, type Field } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';

const number = text({
	displayName: 'Phone',
	description: 'The number to call. Spaces, hyphens and the country code +86 are removed.',
	example: '13720000000',
});

/** The vendor counts a number that it can't call, but doesn't name it, so the plain mistakes are found before. */
export const phone: Field<string> = {
	...number,
	read(raw) {
		const given = number.read(raw);
		if (given === undefined) return undefined;
		const plain = given.replace(/[\s()（）-]/g, '').replace(/^\+86/, '');
		if (/^\d{5,20}$/.test(plain)) return plain;
		throw new InputError(`'Phone' is "${given.slice(0, 40)}", which is not a phone number: enter one such as 13720000000`);
	},
};

export const name = optional(
	text({ displayName: 'Name', description: 'What the robot calls the customer; by default the number stands there', example: '张三' }),
);

export const propertyMode = choice({
	displayName: 'Properties As',
	description: 'How the values for the variables of the script are entered',
	default: 'fields',
	choices: [
		{ name: 'Fields', value: 'fields', description: "A field for each variable of the robot's script" },
		{ name: 'JSON', value: 'json', description: 'An object with the names of the variables' },
	],
});
