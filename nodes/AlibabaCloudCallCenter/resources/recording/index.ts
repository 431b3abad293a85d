import type { Resource } from '../../../common/action/resource';
import { connectRecordings, type RecordingClient } from './client';
import { getEarlyMediaRecording } from './getEarlyMediaRecording';
import { getMonoRecording } from './getMonoRecording';
import { getMultiChannelRecording } from './getMultiChannelRecording';
import { getVideo } from './getVideo';
import { getVoicemailRecording } from './getVoicemailRecording';
import { listMonoRecordings } from './listMonoRecordings';
import { listMultiChannelRecordings } from './listMultiChannelRecordings';
import { listVoicemails } from './listVoicemails';
import { restoreArchivedRecordings } from './restoreArchivedRecordings';

export const recording: Resource<RecordingClient> = {
	name: 'Recording',
	value: 'recording',
	defaultOperation: 'getMonoRecording',
	connect: connectRecordings,
	actions: [
		getMonoRecording,
		getMultiChannelRecording,
		getEarlyMediaRecording,
		getVoicemailRecording,
		getVideo,
		listMonoRecordings,
		listMultiChannelRecordings,
		listVoicemails,
		restoreArchivedRecordings,
	],
};
