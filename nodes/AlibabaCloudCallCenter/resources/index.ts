import type { Resource } from '../../common/action/resource';
import type { CccClient } from '../api/transport';
import { agent } from './agent';
import { call } from './call';
import { callRecord } from './callRecord';
import { user } from './user';

/** Everything the node can do; a new node starts with the first. */
export const resources: Array<Resource<CccClient>> = [call, agent, callRecord, user];
