import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { listSmsMetadata } from './listSmsMetadata';

export const smsMetadata: Resource<CccClient> = {
	name: 'SMS Metadata',
	value: 'smsMetadata',
	defaultOperation: 'listSmsMetadata',
	connect,
	actions: [listSmsMetadata],
};
