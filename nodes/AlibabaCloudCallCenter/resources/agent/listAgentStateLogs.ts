import { dateTime } from '../../../common/action/dateTime';
import { instanceId } from '../../fields';
import { listAction, time } from '../kinds';
import { agentId } from './fields';

const startTime = dateTime({
	displayName: 'Start Time',
	description: 'Only states since this time; by default since the start of today, at most 180 days ago',
});

const endTime = dateTime({
	displayName: 'End Time',
	description: 'Only states before this time, at most 7 days after the start; by default until now',
});

/** Source: ListAgentStateLogs, api.aliyun.com/document/CCC/2020-07-01/ListAgentStateLogs. */
export const listAgentStateLogs = listAction({
	operation: 'listAgentStateLogs',
	name: 'Get Many State Changes',
	action: 'Get many state changes of agent',
	description: 'Get when an agent was ready, in calls, on break or offline, and for how long',
	fields: { instanceId, agentId },
	filters: { endTime, startTime },
	short: {
		state: 'state',
		stateCode: 'stateCode',
		startedAt: time('startTime'),
		durationSeconds: 'duration',
		breakCode: 'breakCode',
		outboundScenario: 'outboundScenario',
		workMode: 'workMode',
	},
});
