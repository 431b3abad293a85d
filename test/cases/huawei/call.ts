import { CUSTOMER, inCall, onHold, patient, signedIn, type Case, type Step } from './agentCase';

const done = { agentId: '291', success: true, changed: true };

const comesIn: Step = (vendor) => void vendor.comeIn(CUSTOMER);

const consulting: Step[] = [...onHold, { resource: 'call', operation: 'callOut', parameters: { called: '13720000001', waitFor: 'answered' } }];

const transferring: Step = {
	resource: 'call',
	operation: 'transfer',
	parameters: { deviceType: 'external', address: '13720000001', mode: 'talk', waitTimeoutSeconds: 30 },
};

export const call: Case[] = [
	{
		operation: 'callOut',
		parameters: { called: CUSTOMER, waitFor: 'ended', waitTimeoutSeconds: 60, additionalFields: { caller: '02160000001', skillId: '25', callAppData: 'order=4711' } },
		sentAs: 'callout',
		sends: { method: 'PUT', path: '/voicecall/291/callout', body: { called: CUSTOMER, caller: '02160000001', skillid: 25, callappdata: 'order=4711' } },
		returns: { agentId: '291', called: CUSTOMER, outcome: 'ended', callResult: 'answered', tryAgain: 'never' },
	},
	{
		operation: 'callAgent',
		parameters: { called: '293', waitFor: 'ended', waitTimeoutSeconds: 60, additionalFields: { caller: '40038', skillId: '25', callData: 'order=4711' } },
		sentAs: 'callInner',
		sends: { method: 'PUT', path: '/voicecall/291/callinner', body: { called: '293', caller: '40038', skillid: 25, callappdata: 'order=4711' } },
		returns: { agentId: '291', called: '293', outcome: 'ended', callResult: 'answered' },
	},
	{
		operation: 'answer',
		parameters: { waitTimeoutSeconds: 10, simplify: true },
		before: [patient, signedIn, { resource: 'agent', operation: 'setAutoAnswer', parameters: { autoAnswer: false } }, comesIn],
		sentAs: 'answer',
		sends: { method: 'PUT', path: '/voicecall/291/answer?callid={callId}' },
		returns: { agentId: '291', callerNumber: CUSTOMER, outcome: 'answered', answeredAutomatically: false, answeredAt: expect.any(String) },
	},
	{
		operation: 'hangUp',
		parameters: {},
		before: inCall,
		sentAs: 'release',
		sends: { method: 'DELETE', path: '/voicecall/291/release' },
		returns: { agentId: '291', callId: '{callId}', hungUp: true, alreadyEnded: false },
	},
	{
		operation: 'dropCall',
		parameters: { callId: '={{ $json.callId }}' },
		before: onHold,
		sentAs: 'dropCall',
		sends: { method: 'POST', path: '/voicecall/291/dropcall/{callId}' },
		returns: { ...done, callId: '{callId}' },
	},
	{
		operation: 'hold',
		parameters: {},
		before: inCall,
		sentAs: 'hold',
		sends: { method: 'POST', path: '/voicecall/291/hold' },
		returns: { ...done, callId: '{callId}' },
	},
	{
		operation: 'retrieve',
		parameters: { additionalFields: { callId: '={{ $json.callId }}' } },
		before: onHold,
		sentAs: 'getHold',
		sends: { method: 'POST', path: '/voicecall/291/gethold?callid={callId}' },
		returns: { ...done, callId: '{callId}' },
	},
	{
		operation: 'mute',
		parameters: {},
		before: inCall,
		sentAs: 'beginMute',
		sends: { method: 'POST', path: '/voicecall/291/beginmute' },
		returns: { ...done, callId: '{callId}' },
	},
	{
		operation: 'unmute',
		parameters: {},
		before: [...inCall, { resource: 'call', operation: 'mute' }],
		sentAs: 'endMute',
		sends: { method: 'POST', path: '/voicecall/291/endmute' },
		returns: { ...done, callId: '{callId}' },
	},
	{
		operation: 'sendDtmf',
		parameters: { digits: '1#' },
		before: inCall,
		sentAs: 'secondDialEx',
		sends: { method: 'POST', path: '/voicecall/291/seconddialex?number=1%23' },
		returns: { agentId: '291', callId: '{callId}', digits: '1#', sent: true },
	},
	{
		operation: 'transfer',
		parameters: { deviceType: 'skill', address: '25', mode: 'success', waitTimeoutSeconds: 30, additionalFields: { callData: 'order=4711' } },
		before: inCall,
		sentAs: 'transfer',
		sends: { method: 'POST', path: '/voicecall/291/transfer', body: { devicetype: 1, address: '25', mode: 2, callappdata: 'order=4711' } },
		returns: { agentId: '291', callId: '{callId}', deviceType: 'skill', address: '25', mode: 'success', outcome: 'transferred' },
	},
	{
		operation: 'cancelTransfer',
		parameters: {},
		before: [...inCall, transferring],
		sentAs: 'cancelTransfer',
		sends: { method: 'POST', path: '/voicecall/291/canceltransfer' },
		returns: { ...done, callId: '{callId}' },
	},
	{
		operation: 'startConference',
		parameters: { callId: '={{ $json.callId }}', additionalFields: { callData: 'order=4711' } },
		before: consulting,
		sentAs: 'confJoin',
		sends: { method: 'POST', path: '/voicecall/291/confjoin', body: { callid: '{callId}', callappdata: 'order=4711' } },
		returns: { agentId: '291', callId: '{callId}', outcome: 'conference', parties: [CUSTOMER, '13720000001'] },
	},
	{
		operation: 'getInformation',
		parameters: { callId: '={{ $json.callId }}', simplify: true },
		before: inCall,
		sentAs: 'callInfo',
		sends: { method: 'GET', path: '/calldata/291/callinfobycallid/{callId}' },
		returns: { agentId: '291', callId: '{callId}', type: 'agentOutbound', calledNumber: CUSTOMER, skillId: '25' },
	},
	{
		operation: 'getCallData',
		parameters: { additionalFields: { callId: '={{ $json.callId }}' } },
		before: [...inCall, { resource: 'call', operation: 'setCallData', parameters: { callData: '订单 4711' } }],
		sentAs: 'queryCallAppData',
		sends: { method: 'GET', path: '/calldata/291/appdata?isEncodeResult=false&callId={callId}' },
		returns: { agentId: '291', callId: '{callId}', callData: '订单 4711' },
	},
	{
		operation: 'setCallData',
		parameters: { callData: '订单 4711', additionalFields: { callId: '={{ $json.callId }}' } },
		before: inCall,
		sentAs: 'setCallDataEx',
		sends: { method: 'PUT', path: '/calldata/291/setcalldataex', body: { callid: '{callId}', calldata: '订单 4711', isDataEncoded: false } },
		returns: { agentId: '291', callId: '{callId}', callData: '订单 4711', success: true },
	},
	{
		operation: 'getWaitingCalls',
		parameters: { skillId: '25', simplify: true },
		before: [signedIn, { resource: 'agent', operation: 'setBusy' }, comesIn],
		sentAs: 'queryWaitCallInfoBySkillId',
		sends: { method: 'GET', path: '/calldata/291/waitcallinfo/25' },
		returns: { type: 'inbound', callerNumber: CUSTOMER, skillId: '25', skill: 'sales' },
	},
];
