import { INSTANCE } from '../case';

/** What every operation on a running call needs. */
export const onCall = { instanceId: INSTANCE, jobId: '={{ $json.jobId }}' };

/** What every operation on a call returns. */
export const anyCall = {
	jobId: expect.any(String),
	channels: expect.arrayContaining([expect.objectContaining({ channelId: expect.any(String), state: expect.any(String) })]),
};
