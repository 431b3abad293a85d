import { byId, INSTANCE, type Case } from '../case';
import { releasedCall, signedIn } from '../given';
import { anyCall, onCall } from './shared';

const untilEnded = { waitFor: 'ended', waitTimeoutSeconds: 60 };

const answeredCall = {
	...anyCall,
	outcome: 'ended',
	callResult: 'answered',
	tryAgain: 'never',
	durationSeconds: expect.any(Number),
	record: expect.objectContaining({ disposition: 'success', releasedAt: expect.any(String) }),
};

export const starts: Case[] = [
	{
		operation: 'startBack2BackCall',
		parameters: {
			instanceId: INSTANCE,
			caller: '13918140000',
			callee: '={{ $json.phone }}',
			broker: byId('01021570000'),
			additionalFields: { tags: 'campaign-42', timeoutSeconds: 20 },
		},
		sends: { InstanceId: 'ccc-test', Caller: '13918140000', Callee: '13720000000', Broker: '01021570000', Tags: 'campaign-42', TimeoutSeconds: '20' },
		returns: { callType: 'BACK2BACK', instanceId: 'ccc-test', requestId: expect.any(String) },
	},
	{
		operation: 'startBack2BackCall',
		parameters: { instanceId: INSTANCE, caller: '13918140000', callee: '={{ $json.phone }}', broker: byId('01021570000'), ...untilEnded },
		sends: { InstanceId: 'ccc-test', Caller: '13918140000', Callee: '13720000000', Broker: '01021570000' },
		returns: answeredCall,
	},
	{
		operation: 'startPredictiveCall',
		parameters: {
			instanceId: INSTANCE,
			caller: byId('01021570000'),
			callee: '={{ $json.phone }}',
			contactFlowId: byId('main-flow-1'),
			additionalFields: {
				contactFlowVariables: { name: '王先生', time: '19点20分' },
				maskedCallee: '137****0000',
				skillGroupId: byId('sales@ccc-test'),
				tags: 'campaign-42',
				timeoutSeconds: 25,
			},
		},
		sends: {
			InstanceId: 'ccc-test',
			Caller: '01021570000',
			Callee: '13720000000',
			ContactFlowId: 'main-flow-1',
			ContactFlowVariables: '{"name":"王先生","time":"19点20分"}',
			MaskedCallee: '137****0000',
			SkillGroupId: 'sales@ccc-test',
			Tags: 'campaign-42',
			TimeoutSeconds: '25',
		},
		returns: { ...anyCall, instanceId: 'ccc-test', requestId: expect.any(String) },
	},
	{
		operation: 'startPrivacyCall',
		parameters: { instanceId: INSTANCE, appId: 'ALIPUBB7A727C170949', caller: '01021570000', callee: '={{ $json.phone }}' },
		sends: { InstanceId: 'ccc-test', AppId: 'ALIPUBB7A727C170949', Caller: '01021570000', Callee: '13720000000' },
		returns: { jobId: expect.any(String) },
	},
	{
		operation: 'makeCall',
		given: signedIn,
		parameters: {
			instanceId: INSTANCE,
			callee: '={{ $json.phone }}',
			caller: byId('01021570000'),
			additionalFields: {
				flashSmsVariables: '{ "templateId": "1722217249064" }',
				maskedCallee: '137****0000',
				mediaType: 'VIDEO',
				tags: 'campaign-42',
				timeoutSeconds: 45,
				userId: byId('={{ $json.userId }}'),
			},
		},
		sends: ({ userId }) => ({
			InstanceId: 'ccc-test',
			Callee: '13720000000',
			Caller: '01021570000',
			FlashSmsVariables: '{ "templateId": "1722217249064" }',
			MaskedCallee: '137****0000',
			MediaType: 'VIDEO',
			Tags: 'campaign-42',
			TimeoutSeconds: '45',
			UserId: userId,
		}),
		returns: { ...anyCall, contextId: expect.any(Number), user: expect.objectContaining({ userId: 'agent@ccc-test' }) },
	},
	{
		operation: 'redialCall',
		given: releasedCall,
		parameters: {
			...onCall,
			callee: '137****0000',
			additionalFields: { caller: byId('01021570000'), tags: 'again', timeoutSeconds: 40, userId: byId('={{ $json.userId }}') },
		},
		sends: ({ jobId, userId }) => ({
			InstanceId: 'ccc-test',
			JobId: jobId,
			Callee: '137****0000',
			Caller: '01021570000',
			Tags: 'again',
			TimeoutSeconds: '40',
			UserId: userId,
		}),
		returns: anyCall,
	},
	{
		operation: 'startPredictiveCall',
		parameters: {
			instanceId: INSTANCE,
			caller: byId('01021570000'),
			callee: '={{ $json.phone }}',
			contactFlowId: byId('main-flow-1'),
			...untilEnded,
		},
		sends: { InstanceId: 'ccc-test', Caller: '01021570000', Callee: '13720000000', ContactFlowId: 'main-flow-1' },
		returns: answeredCall,
	},
	{
		operation: 'makeCall',
		given: signedIn,
		parameters: { instanceId: INSTANCE, callee: '={{ $json.phone }}', ...untilEnded, additionalFields: { userId: byId('={{ $json.userId }}') } },
		sends: ({ userId }) => ({ InstanceId: 'ccc-test', Callee: '13720000000', UserId: userId }),
		returns: answeredCall,
	},
	{
		operation: 'redialCall',
		given: releasedCall,
		parameters: { ...onCall, callee: '137****0000', ...untilEnded, additionalFields: { userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, Callee: '137****0000', UserId: userId }),
		returns: answeredCall,
	},
];
