import { wholeNumber } from '../../../common/action/fields';
import { user } from '../../fields';
import { fieldRows } from '../../../common/action/fieldRows';

const userId = user('The agent to add');

const skillLevel = wholeNumber({
	displayName: 'Skill Level',
	description: 'From 1 for the most skilled to 10 for the least skilled',
	default: 5,
	min: 1,
	max: 10,
});

/** Agents with the skill level of each. */
export const userSkillLevels = fieldRows({
	displayName: 'Users',
	description: 'The agents to add, each with a skill level',
	row: 'User',
	name: 'user',
	fields: { userId, skillLevel },
});
