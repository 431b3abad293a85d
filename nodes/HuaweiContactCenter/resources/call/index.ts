import type { Resource } from '../../../common/action/resource';
import type { AgentClient } from '../../client';
import { connectAgent } from '../../connect';
import { answer } from './answer';
import { callAgent } from './callAgent';
import { callOut } from './callOut';
import { cancelTransfer } from './cancelTransfer';
import { dropCall } from './dropCall';
import { getCallData } from './getCallData';
import { getInformation } from './getInformation';
import { getWaitingCalls } from './getWaitingCalls';
import { hangUp } from './hangUp';
import { hold } from './hold';
import { mute } from './mute';
import { retrieve } from './retrieve';
import { sendDtmf } from './sendDtmf';
import { setCallData } from './setCallData';
import { startConference } from './startConference';
import { transfer } from './transfer';
import { unmute } from './unmute';

export const call: Resource<AgentClient> = {
	name: 'Call',
	value: 'call',
	defaultOperation: 'callOut',
	connect: connectAgent,
	actions: [
		callOut,
		callAgent,
		answer,
		hangUp,
		dropCall,
		hold,
		retrieve,
		mute,
		unmute,
		sendDtmf,
		transfer,
		cancelTransfer,
		startConference,
		getInformation,
		getCallData,
		setCallData,
		getWaitingCalls,
	],
};
