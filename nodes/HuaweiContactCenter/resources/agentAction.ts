import { defineAction } from '../../common/action/action';
import type { AgentClient } from '../client';

/** An operation that an agent carries out. */
export const agentAction = defineAction<AgentClient>();
