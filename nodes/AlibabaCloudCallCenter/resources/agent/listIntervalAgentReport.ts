import { choice } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { listAction, time } from '../kinds';
import { agentId, mediaType, reportEnd, reportStart } from './fields';
import { reportFigures } from './report';

const interval = choice({
	displayName: 'Interval',
	description: 'How much time one row covers; by default a day',
	default: 'Hourly',
	choices: [
		{ name: 'Day', value: 'Daily', description: 'For a report over at most 180 days' },
		{ name: 'Hour', value: 'Hourly', description: 'For a report over at most 10 days' },
	],
});

/** Source: ListIntervalAgentReport, api.aliyun.com/document/CCC/2020-07-01/ListIntervalAgentReport. */
export const listIntervalAgentReport = listAction({
	operation: 'listIntervalAgentReport',
	name: 'Get Report by Interval',
	action: 'Get report on agent by interval',
	description: 'Get one row for each day or hour with the calls, talk time, breaks and satisfaction of one agent',
	fields: { instanceId, agentId },
	filters: { endTime: reportEnd, interval, mediaType, startTime: reportStart },
	short: { startedAt: time('statsTime'), ...reportFigures },
});
