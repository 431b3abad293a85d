import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connectDialing } from '../dialing';
import { getManyNotDialled } from './getManyNotDialled';
import { importCustomers } from './import';

export const customer: Resource<BaiyingClient> = {
	name: 'Customer',
	value: 'customer',
	defaultOperation: 'import',
	connect: connectDialing,
	actions: [importCustomers, getManyNotDialled],
};
