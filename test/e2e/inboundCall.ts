import type { CallRecord } from '../../sandbox/alibaba/callRecord';

/** The record of a customer's call to the center that has just ended. */
export function inboundCall(jobId: string, phone = '13720000000'): CallRecord {
	const now = Date.now();
	return {
		ContactId: jobId,
		InstanceId: 'ccc-test',
		ContactType: 'INBOUND',
		MediaType: 'AUDIO',
		ContactDisposition: 'Success',
		StartTime: now - 60_000,
		ReleaseTime: now,
		CallingNumber: phone,
		CalledNumber: '01021570000',
		Broker: '',
		RecordingReady: false,
	};
}
