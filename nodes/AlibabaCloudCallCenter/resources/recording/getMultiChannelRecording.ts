import { recordingAction } from './recordingAction';

/** Source: GetMultiChannelRecording, api.aliyun.com/document/CCC/2020-07-01/GetMultiChannelRecording. */
export const getMultiChannelRecording = recordingAction({
	operation: 'getMultiChannelRecording',
	name: 'Get Multi-Channel',
	action: 'Get multi-channel recording',
	description: 'Download the recording of a call with a track of its own for each party (MKV)',
});
