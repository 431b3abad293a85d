import { recordingAction } from './recordingAction';

/** Source: GetEarlyMediaRecording, api.aliyun.com/document/CCC/2020-07-01/GetEarlyMediaRecording. */
export const getEarlyMediaRecording = recordingAction({
	operation: 'getEarlyMediaRecording',
	name: 'Get Early Media',
	action: 'Get early media recording',
	description: 'Download what was heard before the call was answered, such as the announcement that the number is out of service',
});
