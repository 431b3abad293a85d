import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { getContactFlow } from './getContactFlow';
import { listContactFlows } from './listContactFlows';

export const contactFlow: Resource<CccClient> = {
	name: 'Contact Flow',
	value: 'contactFlow',
	defaultOperation: 'listContactFlows',
	connect,
	actions: [getContactFlow, listContactFlows],
};
