import { deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';

/** Source: AnswerCall, api.aliyun.com/document/CCC/2020-07-01/AnswerCall. */
export const answerCall = callAction({
	operation: 'answerCall',
	name: 'Answer',
	action: 'Answer call',
	description: 'Pick up the call that is ringing at an agent, who then talks to the caller',
	fields: { instanceId, jobId },
	additionalFields: { deviceId, userId },
});
