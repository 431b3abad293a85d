import { defineAction } from '../../common/action/action';
import type { AgentClient } from '../client';

export const agent = { name: 'Agent', value: 'agent' };

export const call = { name: 'Call', value: 'call' };

/** An operation that an agent carries out. */
export const agentAction = defineAction<AgentClient>();
