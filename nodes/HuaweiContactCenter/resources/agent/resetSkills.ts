import { optional, textList } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { resetSkillsPath } from '../../session/setup';
import { stateCommand } from './stateCommand';

const LONGEST_LIST = 4000;

const skillIds = optional(
	textList({
		displayName: 'Skill IDs',
		description: 'The skill queues that the agent works for; those that are not set up for the agent are ignored. If it is empty, the agent works for all of them.',
		example: '25, 26',
	}),
);

/** Source: "Resetting Skills" (cec_07_1209). */
export const resetSkills = stateCommand({
	operation: 'resetSkills',
	name: 'Reset Skills',
	action: 'Reset skills of agent',
	description: "Choose the skill queues whose calls the agent gets until the sign-out; 'Get Skills' lists those that are set up",
	fields: { skillIds },
	check({ skillIds: ids = [] }) {
		const wrong = ids.find((id) => !/^\d{1,9}$/.test(id));
		if (wrong !== undefined) throw new InputError(`'Skill IDs' holds "${wrong}": enter the numbers of skill queues, such as 25, 26`);
		if (ids.join(';').length > LONGEST_LIST) throw new InputError(`'Skill IDs' is longer than ${LONGEST_LIST} characters: shorten it, or leave it empty for all skills`);
	},
	request: ({ skillIds: ids }) => ({ method: 'POST', path: resetSkillsPath(ids) }),
	remember: ({ setup }, { skillIds: ids }) => (setup.skillIds = ids),
});
