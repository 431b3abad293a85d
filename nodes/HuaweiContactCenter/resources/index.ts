import type { Resource } from '../../common/action/resource';
import { agent } from './agent';
import { api } from './api';
import { call } from './call';
import { configuration } from './configuration';
import { twoPartyCall } from './twoPartyCall';
import { voiceNotification } from './voiceNotification';

/** Everything the node can do; a new node starts with the first. */
export const resources: Resource[] = [call, agent, twoPartyCall, voiceNotification, configuration, api] as Resource[];
