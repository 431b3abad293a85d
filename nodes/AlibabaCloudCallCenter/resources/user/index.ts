import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { addSkillGroupsToUser } from './addSkillGroupsToUser';
import { createUser } from './createUser';
import { getUser } from './getUser';
import { listSkillLevelsOfUser } from './listSkillLevelsOfUser';
import { listUsers } from './listUsers';
import { modifySkillLevelsOfUser } from './modifySkillLevelsOfUser';
import { modifyUser } from './modifyUser';
import { removeSkillGroupsFromUser } from './removeSkillGroupsFromUser';
import { removeUsers } from './removeUsers';

export const user: Resource<CccClient> = {
	name: 'User',
	value: 'user',
	defaultOperation: 'listUsers',
	connect,
	actions: [
		getUser,
		listUsers,
		createUser,
		modifyUser,
		removeUsers,
		listSkillLevelsOfUser,
		addSkillGroupsToUser,
		removeSkillGroupsFromUser,
		modifySkillLevelsOfUser,
	],
};
