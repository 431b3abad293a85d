import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { addBlacklistCallTagging } from './addBlacklistCallTagging';
import { listBlacklistCallTaggings } from './listBlacklistCallTaggings';
import { removeBlacklistCallTagging } from './removeBlacklistCallTagging';

export const blacklistedNumber: Resource<CccClient> = {
	name: 'Blacklisted Number',
	value: 'blacklistedNumber',
	defaultOperation: 'listBlacklistCallTaggings',
	connect,
	actions: [listBlacklistCallTaggings, addBlacklistCallTagging, removeBlacklistCallTagging],
};
