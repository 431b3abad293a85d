import { instanceId, reportFilters } from '../../fields';
import { objectAction } from '../kinds';
import { reportShort } from '../reports';

/** Source: GetHistoricalInstanceReport, api.aliyun.com/document/CCC/2020-07-01/GetHistoricalInstanceReport. */
export const getHistoricalInstanceReport = objectAction({
	operation: 'getHistoricalInstanceReport',
	name: 'Get Report',
	action: 'Get report on instance',
	description: 'Get the figures of the whole instance for a period: calls, waiting and talking times, satisfaction',
	fields: { instanceId },
	filters: reportFilters,
	short: reportShort,
});
