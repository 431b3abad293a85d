import type { IDataObject } from 'n8n-workflow';
import { readField, wholeNumber, type Field } from '../../../common/action/fields';
import { user } from '../../fields';

interface UserSkillLevel {
	userId: string;
	skillLevel: number;
}

const userId = user('The agent to add');

const skillLevel = wholeNumber({
	displayName: 'Skill Level',
	description: 'From 1 for the most skilled to 10 for the least skilled',
	default: 5,
	min: 1,
	max: 10,
});

function entriesOf(raw: unknown): IDataObject[] {
	const { user: entries = [] } = (raw ?? {}) as { user?: IDataObject | IDataObject[] };
	return [entries].flat();
}

/** Agents with the skill level of each. */
export const userSkillLevels: Field<UserSkillLevel[]> = {
	toFill: 'add at least one',
	search: userId.search,
	property: {
		displayName: 'Users',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add User',
		default: {},
		description: 'The agents to add, each with a skill level',
		options: [
			{
				displayName: 'User',
				name: 'user',
				values: [
					{ ...userId.property, name: 'userId' },
					{ ...skillLevel.property, name: 'skillLevel' },
				],
			},
		],
	},
	read(raw) {
		const entries = entriesOf(raw).map((entry) => ({
			userId: readField(userId, entry.userId) as string,
			skillLevel: readField(skillLevel, entry.skillLevel) as number,
		}));
		return entries.length > 0 ? entries : undefined;
	},
};
