import { launchSurvey } from './call/launchSurvey';
import { sendDtmfSignaling } from './call/sendDtmfSignaling';
import { startBack2BackCall } from './call/startBack2BackCall';
import { listCallDetailRecordsV2 } from './callRecord/listCallDetailRecordsV2';

/** Every operation of the node: adding one is adding its file and its line here. */
export const actions = [startBack2BackCall, sendDtmfSignaling, launchSurvey, listCallDetailRecordsV2];
