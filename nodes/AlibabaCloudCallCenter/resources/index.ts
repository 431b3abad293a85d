import type { Resource } from '../../common/action/resource';
import type { CccClient } from '../api/transport';
import { call } from './call';
import { callRecord } from './callRecord';
import { notification } from './notification';
import { smsMetadata } from './smsMetadata';
import { ticket } from './ticket';

/** Everything the node can do; a new node starts with the first. */
export const resources: Array<Resource<CccClient>> = [
	call,
	callRecord,
	notification,
	smsMetadata,
	ticket,
];
