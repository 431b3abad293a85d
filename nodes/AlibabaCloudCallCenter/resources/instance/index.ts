import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { checkBusinessHours } from './checkBusinessHours';
import { getHistoricalInstanceReport } from './getHistoricalInstanceReport';
import { getInstance } from './getInstance';
import { getInstanceTrendingReport } from './getInstanceTrendingReport';
import { getRealtimeInstanceStates } from './getRealtimeInstanceStates';
import { listInstances } from './listInstances';
import { listIntervalInstanceReport } from './listIntervalInstanceReport';

export const instance: Resource<CccClient> = {
	name: 'Instance',
	value: 'instance',
	defaultOperation: 'listInstances',
	connect,
	actions: [
		getInstance,
		listInstances,
		getRealtimeInstanceStates,
		getHistoricalInstanceReport,
		getInstanceTrendingReport,
		listIntervalInstanceReport,
		checkBusinessHours,
	],
};
