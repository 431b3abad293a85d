import type { Resource } from '../../../common/action/resource';
import type { AgentClient } from '../../client';
import { connectAgent } from '../../connect';
import { getStatus } from './getStatus';
import { signIn } from './signIn';
import { signOut } from './signOut';

export const agent: Resource<AgentClient> = {
	name: 'Agent',
	value: 'agent',
	defaultOperation: 'getStatus',
	connect: connectAgent,
	actions: [signIn, signOut, getStatus],
};
