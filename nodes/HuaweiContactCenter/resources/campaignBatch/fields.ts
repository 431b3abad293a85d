import { choice, text, type Field } from '../../../common/action/fields';

export const id = text({
	displayName: 'Batch ID',
	description: 'The batch, as Create or Get Many returned it',
	example: '17',
	check: (value) => (/^[\w-]{1,64}$/.test(value) ? undefined : 'enter the ID alone, without spaces'),
});

export const STATUSES = { started: 1, suspended: 2 } as const;

export function statusOf(description: string, standard: keyof typeof STATUSES): Field<string> {
	return choice<string>({
		displayName: 'Status',
		description,
		default: standard,
		choices: [
			{ name: 'Started', value: 'started' },
			{ name: 'Suspended', value: 'suspended' },
		],
	});
}
