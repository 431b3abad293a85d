import type { Resource } from '../../common/action/resource';
import type { CccClient, RpcClient } from '../api/transport';
import { agent } from './agent';
import { api } from './api';
import { blacklistedNumber } from './blacklistedNumber';
import { call } from './call';
import { callRecord } from './callRecord';
import { campaign } from './campaign';
import { contactFlow } from './contactFlow';
import { doNotCallNumber } from './doNotCallNumber';
import { instance } from './instance';
import { notification } from './notification';
import { phoneNumber } from './phoneNumber';
import { skillGroup } from './skillGroup';
import { smsMetadata } from './smsMetadata';
import { ticket } from './ticket';
import { user } from './user';

/** Everything the node can do; a new node starts with the first. */
export const resources: Array<Resource<CccClient> | Resource<RpcClient>> = [
	call,
	agent,
	api,
	blacklistedNumber,
	callRecord,
	campaign,
	contactFlow,
	doNotCallNumber,
	instance,
	notification,
	phoneNumber,
	skillGroup,
	smsMetadata,
	ticket,
	user,
];
