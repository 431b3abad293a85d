import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { launchSurvey } from './launchSurvey';
import { sendDtmfSignaling } from './sendDtmfSignaling';
import { startBack2BackCall } from './startBack2BackCall';

export const call: Resource<CccClient> = {
	name: 'Call',
	value: 'call',
	defaultOperation: 'startBack2BackCall',
	connect,
	actions: [startBack2BackCall, sendDtmfSignaling, launchSurvey],
};
