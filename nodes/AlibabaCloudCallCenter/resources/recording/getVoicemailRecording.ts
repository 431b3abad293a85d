import { recordingAction } from './recordingAction';

/** Source: GetVoicemailRecording, api.aliyun.com/document/CCC/2020-07-01/GetVoicemailRecording. */
export const getVoicemailRecording = recordingAction({
	operation: 'getVoicemailRecording',
	name: 'Get Voicemail',
	action: 'Get voicemail recording',
	description: 'Download the message that a customer left when nobody was available',
});
