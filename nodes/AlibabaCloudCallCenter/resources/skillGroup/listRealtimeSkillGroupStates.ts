import { instanceId, liveMediaType, skillGroupIds } from '../../fields';
import { pageAction } from '../kinds';
import { liveStateShort } from '../reports';

/** Source: ListRealtimeSkillGroupStates, api.aliyun.com/document/CCC/2020-07-01/ListRealtimeSkillGroupStates. */
export const listRealtimeSkillGroupStates = pageAction({
	operation: 'listRealtimeSkillGroupStates',
	name: 'Get Live States',
	action: 'Get live states of skill groups',
	description: 'See how many customers are waiting in each skill group now, and what its agents are doing',
	fields: { instanceId },
	filters: { mediaType: liveMediaType, skillGroupIds: skillGroupIds('Only these skill groups') },
	short: { skillGroupId: 'skillGroupId', skillGroupName: 'skillGroupName', ...liveStateShort },
});
