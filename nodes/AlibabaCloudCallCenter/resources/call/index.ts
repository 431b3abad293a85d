import type { Resource } from '../../../common/action/resource';
import { answerCall } from './answerCall';
import { bargeInCall } from './bargeInCall';
import { blindTransfer } from './blindTransfer';
import { cancelAttendedTransfer } from './cancelAttendedTransfer';
import { claimCall } from './claimCall';
import { connectCalls, type CallClient } from './client';
import { coachCall } from './coachCall';
import { completeAttendedTransfer } from './completeAttendedTransfer';
import { endConference } from './endConference';
import { holdCall } from './holdCall';
import { initiateAttendedTransfer } from './initiateAttendedTransfer';
import { interceptCall } from './interceptCall';
import { launchAuthentication } from './launchAuthentication';
import { launchSurvey } from './launchSurvey';
import { makeCall } from './makeCall';
import { monitorCall } from './monitorCall';
import { muteCall } from './muteCall';
import { redialCall } from './redialCall';
import { releaseCall } from './releaseCall';
import { retrieveCall } from './retrieveCall';
import { sendDtmfSignaling } from './sendDtmfSignaling';
import { startBack2BackCall } from './startBack2BackCall';
import { startConference } from './startConference';
import { startPredictiveCall } from './startPredictiveCall';
import { startPrivacyCall } from './startPrivacyCall';
import { switchToConference } from './switchToConference';
import { unmuteCall } from './unmuteCall';

export const call: Resource<CallClient> = {
	name: 'Call',
	value: 'call',
	defaultOperation: 'startBack2BackCall',
	connect: connectCalls,
	actions: [
		startBack2BackCall,
		startPredictiveCall,
		startPrivacyCall,
		makeCall,
		redialCall,
		answerCall,
		releaseCall,
		holdCall,
		retrieveCall,
		muteCall,
		unmuteCall,
		sendDtmfSignaling,
		blindTransfer,
		initiateAttendedTransfer,
		completeAttendedTransfer,
		cancelAttendedTransfer,
		startConference,
		switchToConference,
		endConference,
		claimCall,
		monitorCall,
		coachCall,
		bargeInCall,
		interceptCall,
		launchSurvey,
		launchAuthentication,
	],
};
