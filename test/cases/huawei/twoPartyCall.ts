import { byId, type Case } from './case';

const CALLER = '13918140000';
const CALLED = '={{ $json.phone }}';
const SERIAL = expect.stringMatching(/^\d{19}$/);

/** A call that is over, as the sandbox knows it. */
const afterCall: Case['given'] = async (vendor) => {
	const answer = await vendor.place({ kind: 'twoParty', caller: CALLER, called: '13720000999' });
	return { callSerialNo: answer.callSerialNo };
};

export const twoPartyCall: Case[] = [
	{
		operation: 'create',
		parameters: {
			caller: CALLER,
			called: CALLED,
			waitFor: 'accepted',
			additionalFields: {
				agentPresent: byId('02160000000'),
				agentWorkNo: byId('291'),
				callBackUrl: 'https://n8n.example.com/webhook/calls',
				callData: 'order=4711',
				callerPresent: byId('02160000000'),
			},
		},
		sends: {
			operation: 'createCallV1',
			fields: {
				caller: CALLER,
				called: '13720000000',
				callData: 'order=4711',
				callerPresent: '02160000000',
				agentPresent: '02160000000',
				agentWorkNo: 291,
				callBackUrl: 'aHR0cHM6Ly9uOG4uZXhhbXBsZS5jb20vd2ViaG9vay9jYWxscw==',
			},
		},
		returns: { callSerialNo: SERIAL, outcome: 'accepted', caller: CALLER, called: '13720000000' },
	},
	{
		operation: 'create',
		name: 'with a softphone',
		parameters: { caller: '', called: CALLED, waitFor: 'accepted', additionalFields: { softPhone: byId('40038'), callData: 'order=4711' } },
		sends: { operation: 'createCallV3', fields: { softPhone: '40038', called: '13720000000', callData: 'order=4711' } },
		returns: { callSerialNo: SERIAL, outcome: 'accepted', caller: '40038' },
	},
	{
		operation: 'getState',
		given: afterCall,
		parameters: { callSerialNo: '={{ $json.callSerialNo }}' },
		sends: { operation: 'queryCallState', fields: { callSerialNo: SERIAL } },
		returns: { callSerialNo: SERIAL, state: 'ended', callResult: 'answered', tryAgain: 'never', caller: CALLER, startedAt: expect.stringMatching(/Z$/), endedAt: expect.stringMatching(/Z$/) },
	},
	{
		operation: 'getManyRecords',
		given: afterCall,
		parameters: { startDate: '={{ $json.dayBefore }}', endDate: '={{ $json.dayAfter }}', returnAll: true, filters: { caller: CALLER, taskType: '1' } },
		sends: {
			operation: 'queryCallDetailRecord',
			fields: { startTime: expect.stringMatching(/^\d{13}$/), endTime: expect.stringMatching(/^\d{13}$/), caller: CALLER, taskType: '1', offset: '0', limit: '100' },
		},
		returns: { callSerialNo: SERIAL, state: 'ended', callResult: 'answered', called: '13720000999', answeredAt: expect.stringMatching(/Z$/), talkSeconds: expect.any(Number) },
	},
];
