import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { addToDoNotCallList } from './addToDoNotCallList';
import { importDoNotCallNumbers } from './importDoNotCallNumbers';
import { listDoNotCallNumbers } from './listDoNotCallNumbers';
import { removeDoNotCallNumbers } from './removeDoNotCallNumbers';

export const doNotCallNumber: Resource<CccClient> = {
	name: 'Do Not Call Number',
	value: 'doNotCallNumber',
	defaultOperation: 'listDoNotCallNumbers',
	connect,
	actions: [listDoNotCallNumbers, addToDoNotCallList, importDoNotCallNumbers, removeDoNotCallNumbers],
};
