import type { Resource } from '../../common/action/resource';
import type { AgentClient } from '../client';
import { agent } from './agent';
import { call } from './call';

/** Everything the node can do; a new node starts with the first. */
export const resources: Array<Resource<AgentClient>> = [call, agent];
