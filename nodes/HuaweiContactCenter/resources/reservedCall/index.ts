import type { Resource } from '../../../common/action/resource';
import { connectISales, type ISalesClient } from '../../isales/client';
import { create } from './create';

export const reservedCall: Resource<ISalesClient> = {
	name: 'Reserved Call',
	value: 'reservedCall',
	defaultOperation: 'create',
	connect: connectISales,
	actions: [create],
};
