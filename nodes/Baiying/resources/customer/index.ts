import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connect } from '../../api/connect';
import { getManyNotDialled } from './getManyNotDialled';
import { importCustomers } from './import';

export const customer: Resource<BaiyingClient> = {
	name: 'Customer',
	value: 'customer',
	defaultOperation: 'import',
	connect,
	actions: [importCustomers, getManyNotDialled],
};
