import { locator, text, yesNo, type Field } from '../../../common/action/fields';
import { phoneNumbers } from '../../fields/accountLists';

export const number = locator({
	displayName: 'Phone Number',
	description: 'The phone number of the instance',
	example: '01021570000',
	search: phoneNumbers,
});

export const active = yesNo({
	displayName: 'Active',
	description: 'Whether to return only numbers that can be used, or only numbers that cannot',
	default: true,
});

export const numberPattern = text({
	displayName: 'Search Text',
	description: 'Only numbers that contain these digits',
	example: '0102157',
});

/** Whether the numbers that somebody has are wanted, or those that could still be added. */
export function isMember(description: string): Field<boolean> {
	return yesNo({ displayName: 'Is Member', description, default: true });
}
