import { connect } from '../../api/connect';
import type { Resource } from '../../../common/action/resource';
import type { CccClient } from '../../api/transport';
import { listCallDetailRecordsV2 } from './listCallDetailRecordsV2';

export const callRecord: Resource<CccClient> = {
	name: 'Call Record',
	value: 'callRecord',
	defaultOperation: 'listCallDetailRecordsV2',
	connect,
	actions: [listCallDetailRecordsV2],
};
