import type { Resource } from '../../common/action/resource';
import type { BaiyingClient } from '../api/client';
import { api } from './api';
import { blacklist } from './blacklist';
import { callRecord } from './callRecord';
import type { RecordClient } from './callRecord/client';
import { company } from './company';
import { customer } from './customer';
import { job } from './job';
import { line } from './line';
import { robot } from './robot';
import { smsTemplate } from './smsTemplate';

/** Everything the node can do; a new node starts with the first. */
export const resources: Array<Resource<BaiyingClient> | Resource<RecordClient>> = [job, api, blacklist, callRecord, company, customer, line, robot, smsTemplate];
