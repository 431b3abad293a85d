import { instanceId, skillGroupId } from '../../fields';
import { pageAction, time } from '../kinds';
import { stateFilters } from './fields';

/** Source: ListRealtimeAgentStates, api.aliyun.com/document/CCC/2020-07-01/ListRealtimeAgentStates. */
export const listRealtimeAgentStates = pageAction({
	operation: 'listRealtimeAgentStates',
	name: 'Get Many Live States',
	action: 'Get many live states of agents',
	description: 'Get what each agent is doing at this moment, for example to find those who are ready',
	fields: { instanceId },
	filters: { ...stateFilters, skillGroupId },
	short: {
		agentId: 'agentId',
		agentName: 'agentName',
		mobile: 'mobile',
		state: 'state',
		changedAt: time('stateTime'),
		durationSeconds: 'duration',
		breakCode: 'breakCode',
		callType: 'callType',
		workMode: 'workMode',
		skillGroupIds: 'skillGroupIdList',
	},
});
