import type { Resource } from '../../../common/action/resource';
import { connectISales, type ISalesClient } from '../../isales/client';
import { add } from './add';
import { addToDoNotCallList } from './addToDoNotCallList';
import { getMany } from './getMany';
import { removeNumber } from './remove';

export const blocklist: Resource<ISalesClient> = {
	name: 'Block List',
	value: 'blocklist',
	defaultOperation: 'getMany',
	connect: connectISales,
	actions: [add, addToDoNotCallList, getMany, removeNumber],
};
