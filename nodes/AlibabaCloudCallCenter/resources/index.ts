import type { Resource } from '../../common/action/resource';
import type { CccClient } from '../api/transport';
import { blacklistedNumber } from './blacklistedNumber';
import { call } from './call';
import { callRecord } from './callRecord';
import { campaign } from './campaign';
import { doNotCallNumber } from './doNotCallNumber';

/** Everything the node can do; a new node starts with the first. */
export const resources: Array<Resource<CccClient>> = [call, blacklistedNumber, callRecord, campaign, doNotCallNumber];
