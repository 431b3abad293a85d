import type { Resource } from '../../../common/action/resource';
import type { ISalesClient } from '../../isales/client';
import { connectDialing } from '../../isales/dialing';
import { create } from './create';

export const reservedCall: Resource<ISalesClient> = {
	name: 'Reserved Call',
	value: 'reservedCall',
	defaultOperation: 'create',
	connect: connectDialing,
	actions: [create],
};
