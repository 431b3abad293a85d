import { instanceId, reportFilters, reportInterval, skillGroupId } from '../../fields';
import { listAction, time } from '../kinds';
import { reportShort } from '../reports';

/** Source: ListIntervalSkillGroupReport, api.aliyun.com/document/CCC/2020-07-01/ListIntervalSkillGroupReport. */
export const listIntervalSkillGroupReport = listAction({
	operation: 'listIntervalSkillGroupReport',
	name: 'Get Interval Report',
	action: 'Get interval report on skill group',
	description: 'Get the figures of one skill group for each day or hour of a period',
	fields: { instanceId, skillGroupId },
	filters: { ...reportFilters, interval: reportInterval },
	short: { startedAt: time('statsTime'), ...reportShort },
});
