import type { Resource } from '../../../common/action/resource';
import type { AgentClient } from '../../client';
import { connectAgent } from '../../connect';
import { callOut } from './callOut';
import { getInformation } from './getInformation';
import { hangUp } from './hangUp';
import { sendDtmf } from './sendDtmf';

export const call: Resource<AgentClient> = {
	name: 'Call',
	value: 'call',
	defaultOperation: 'callOut',
	connect: connectAgent,
	actions: [callOut, hangUp, getInformation, sendDtmf],
};
