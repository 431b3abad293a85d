import { wholeNumber } from '../../../common/action/fields';
import { recordingAction } from './recordingAction';

const DAY_SECONDS = 86_400;

const expireSeconds = wholeNumber({
	displayName: 'Expire (Seconds)',
	description: 'How many seconds the address in the output stays valid; by default a day',
	default: 300,
	min: 1,
	max: DAY_SECONDS,
	unit: 'seconds',
});

/** Source: GetMonoRecording, api.aliyun.com/document/CCC/2020-07-01/GetMonoRecording. */
export const getMonoRecording = recordingAction({
	operation: 'getMonoRecording',
	name: 'Get',
	action: 'Get recording',
	description: 'Download the recording of a call, agent and customer mixed on one track (WAV)',
	more: { expireSeconds },
});
