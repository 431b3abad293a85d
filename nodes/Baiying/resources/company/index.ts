import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connect } from '../../api/connect';
import { getBalance } from './getBalance';
import { getMany } from './getMany';
import { getSeats } from './getSeats';

export const company: Resource<BaiyingClient> = {
	name: 'Company',
	value: 'company',
	defaultOperation: 'getMany',
	connect,
	actions: [getMany, getBalance, getSeats],
};
