import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connect } from '../../api/connect';
import { getMany } from './getMany';

export const smsTemplate: Resource<BaiyingClient> = {
	name: 'SMS Template',
	value: 'smsTemplate',
	defaultOperation: 'getMany',
	connect,
	actions: [getMany],
};
