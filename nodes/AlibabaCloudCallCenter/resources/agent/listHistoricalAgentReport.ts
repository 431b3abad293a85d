import { instanceId, skillGroupId } from '../../fields';
import { pageAction } from '../kinds';
import { agentIds, mediaType, reportEnd, reportStart } from './fields';
import { reportFigures } from './report';

/** Source: ListHistoricalAgentReport, api.aliyun.com/document/CCC/2020-07-01/ListHistoricalAgentReport. */
export const listHistoricalAgentReport = pageAction({
	operation: 'listHistoricalAgentReport',
	name: 'Get Report',
	action: 'Get report on agents',
	description: 'Get one row for each agent with calls, talk time, breaks and satisfaction over a span of time',
	fields: { instanceId },
	filters: { agentIds, mediaType, skillGroupId, startTime: reportStart, stopTime: reportEnd },
	isWhole: (values) => values.agentIds !== undefined,
	short: { agentId: 'agentId', agentName: 'agentName', ...reportFigures },
});
