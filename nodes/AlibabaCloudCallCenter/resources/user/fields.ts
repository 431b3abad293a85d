import { locator, text, wholeNumber } from '../../../common/action/fields';
import { agentMobile, skillGroupId } from '../../fields';
import { roles, users } from '../../fields/accountLists';
import { fieldRows } from '../../../common/action/fieldRows';

const LONGEST_NAME = 128;

export const userId = locator({
	displayName: 'User',
	description: 'The user of the instance, for example an agent',
	example: 'agent@ccc-test',
	search: users,
});

export const displayName = text({
	displayName: 'Display Name',
	description: 'The name that colleagues and reports show',
	example: 'Li Wei',
	check: (name) => (name.length > LONGEST_NAME ? `shorten it to at most ${LONGEST_NAME} characters` : undefined),
});

export const roleId = locator({
	displayName: 'Role',
	description: 'What the user may do in the instance: administrator, leader of skill groups (Manager) or agent',
	example: 'Agent@ccc-test',
	search: roles,
});

/** What is known about a user besides names and role; none of it must be filled in. */
export const userDetails = {
	avatarUrl: text({ displayName: 'Avatar URL', description: 'The picture of the user', example: 'https://example.com/li-wei.jpg' }),
	displayId: text({ displayName: 'Employee Number', description: 'Your own number for the user', example: '1001' }),
	mobile: agentMobile,
	nickname: text({ displayName: 'Nickname', description: 'Another name for the user, for example for customers', example: 'Wei' }),
};

const skillLevel = wholeNumber({
	displayName: 'Level',
	description: 'From 1 (most skilled, can take the most calls) to 10',
	default: 5,
	min: 1,
	max: 10,
});

export const skillLevels = fieldRows({
	displayName: 'Skill Levels',
	description: 'The skill groups, each with how skilled the user is there',
	row: 'Skill Level',
	name: 'level',
	fields: { skillGroupId, skillLevel },
});
