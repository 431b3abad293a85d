import { instanceId, reportFilters, reportInterval } from '../../fields';
import { listAction, time } from '../kinds';
import { reportShort } from '../reports';

/** Source: ListIntervalInstanceReport, api.aliyun.com/document/CCC/2020-07-01/ListIntervalInstanceReport. */
export const listIntervalInstanceReport = listAction({
	operation: 'listIntervalInstanceReport',
	name: 'Get Interval Report',
	action: 'Get interval report on instance',
	description: 'Get the figures of the whole instance for each day or hour of a period',
	fields: { instanceId },
	filters: { startTime: reportFilters.startTime, endTime: reportFilters.endTime, interval: reportInterval },
	short: { startedAt: time('statsTime'), ...reportShort },
});
