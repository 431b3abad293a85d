/** What the vendor keeps about a call that is over. */
export interface CallRecord {
	ContactId: string;
	InstanceId: string;
	ContactType: string;
	ContactDisposition: string;
	StartTime: number;
	CallingNumber: string;
	CalledNumber: string;
	Broker: string;
	[more: string]: unknown;
}
