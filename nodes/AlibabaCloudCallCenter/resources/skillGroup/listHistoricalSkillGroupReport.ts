import { instanceId, reportFilters, skillGroupIds } from '../../fields';
import { pageAction } from '../kinds';
import { reportShort } from '../reports';

/** Source: ListHistoricalSkillGroupReport, api.aliyun.com/document/CCC/2020-07-01/ListHistoricalSkillGroupReport. */
export const listHistoricalSkillGroupReport = pageAction({
	operation: 'listHistoricalSkillGroupReport',
	name: 'Get Report',
	action: 'Get report on skill groups',
	description: 'Get the figures of each skill group for a period within the last 180 days: calls, waiting and talking times, satisfaction',
	fields: { instanceId },
	filters: { ...reportFilters, skillGroupIds: skillGroupIds('Only these skill groups') },
	short: { skillGroupId: 'skillGroupId', skillGroupName: 'skillGroupName', ...reportShort },
});
