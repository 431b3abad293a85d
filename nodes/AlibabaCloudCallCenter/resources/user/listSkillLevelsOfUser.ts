import { yesNo } from '../../../common/action/fields';
import { instanceId, searchPattern } from '../../fields';
import { pageAction } from '../kinds';
import { userId } from './fields';

const isMember = yesNo({
	displayName: 'Member',
	description: 'Whether to return the skill groups that the user is in. Turn it off for those that they could be added to.',
	default: false,
});

/** Source: ListSkillLevelsOfUser, api.aliyun.com/document/CCC/2020-07-01/ListSkillLevelsOfUser. */
export const listSkillLevelsOfUser = pageAction({
	operation: 'listSkillLevelsOfUser',
	name: 'Get Many Skill Levels',
	action: 'Get many skill levels of user',
	description: 'Get the skill groups that a user is in, with the level in each',
	fields: { instanceId, userId },
	filters: { isMember, searchPattern },
});
