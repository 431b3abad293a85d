import { recordingAction } from './recordingAction';

/** Source: GetVideo, api.aliyun.com/document/CCC/2020-07-01/GetVideo. */
export const getVideo = recordingAction({
	operation: 'getVideo',
	name: 'Get Video',
	action: 'Get video recording',
	description: 'Download the video of a video call',
});
