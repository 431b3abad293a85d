import type { Resource } from '../../common/action/resource';
import { agent } from './agent';
import { api } from './api';
import { blocklist } from './blocklist';
import { call } from './call';
import { campaign } from './campaign';
import { campaignBatch } from './campaignBatch';
import { campaignNumber } from './campaignNumber';
import { campaignResult } from './campaignResult';
import { configuration } from './configuration';
import { reservedCall } from './reservedCall';
import { twoPartyCall } from './twoPartyCall';
import { voiceNotification } from './voiceNotification';

/** The resources of CC-iSales, which has a credential of its own. */
export const iSalesResources: Resource[] = [campaign, campaignNumber, campaignBatch, reservedCall, campaignResult, blocklist];

/** Everything the node can do; a new node starts with the first. */
export const resources: Resource[] = [call, agent, twoPartyCall, voiceNotification, configuration, ...iSalesResources, api] as Resource[];
