import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { addUsersToSkillGroup } from './addUsersToSkillGroup';
import { createSkillGroup } from './createSkillGroup';
import { deleteSkillGroup } from './deleteSkillGroup';
import { getSkillGroup } from './getSkillGroup';
import { listHistoricalSkillGroupReport } from './listHistoricalSkillGroupReport';
import { listIntervalSkillGroupReport } from './listIntervalSkillGroupReport';
import { listRealtimeSkillGroupStates } from './listRealtimeSkillGroupStates';
import { listSkillGroups } from './listSkillGroups';
import { modifySkillGroup } from './modifySkillGroup';
import { removeUsersFromSkillGroup } from './removeUsersFromSkillGroup';

export const skillGroup: Resource<CccClient> = {
	name: 'Skill Group',
	value: 'skillGroup',
	defaultOperation: 'listSkillGroups',
	connect,
	actions: [
		getSkillGroup,
		listSkillGroups,
		createSkillGroup,
		modifySkillGroup,
		deleteSkillGroup,
		addUsersToSkillGroup,
		removeUsersFromSkillGroup,
		listRealtimeSkillGroupStates,
		listHistoricalSkillGroupReport,
		listIntervalSkillGroupReport,
	],
};
