import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connect } from '../../api/connect';
import { addNumber } from './addNumber';
import { addNumbers } from './addNumbers';
import { addToDoNotCallList } from './addToDoNotCallList';
import { createGroup } from './createGroup';
import { deleteGroup } from './deleteGroup';
import { getManyGroups } from './getManyGroups';
import { getManyNumbers } from './getManyNumbers';
import { removeNumber } from './removeNumber';
import { updateGroup } from './updateGroup';

export const blacklist: Resource<BaiyingClient> = {
	name: 'Blacklist',
	value: 'blacklist',
	defaultOperation: 'addNumber',
	connect,
	actions: [addNumber, addNumbers, addToDoNotCallList, removeNumber, getManyNumbers, createGroup, updateGroup, deleteGroup, getManyGroups],
};
