import type { Resource } from '../../common/action/resource';
import type { CccClient } from '../api/transport';
import { call } from './call';
import { callRecord } from './callRecord';
import { contactFlow } from './contactFlow';
import { instance } from './instance';
import { phoneNumber } from './phoneNumber';
import { skillGroup } from './skillGroup';

/** Everything the node can do; a new node starts with the first. */
export const resources: Array<Resource<CccClient>> = [call, callRecord, contactFlow, instance, phoneNumber, skillGroup];
