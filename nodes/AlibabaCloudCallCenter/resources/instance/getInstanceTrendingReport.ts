import { instanceId, reportFilters } from '../../fields';
import { objectAction } from '../kinds';

/** Source: GetInstanceTrendingReport, api.aliyun.com/document/CCC/2020-07-01/GetInstanceTrendingReport. */
export const getInstanceTrendingReport = objectAction({
	operation: 'getInstanceTrendingReport',
	name: 'Get Trend',
	action: 'Get trend of instance',
	description: 'Get a few figures of the instance over time, for example for a chart: calls in and out, abandoned calls, agents logged in',
	fields: { instanceId },
	filters: reportFilters,
});
