/**
 * What the call center can report, by the vendor's names.
 *
 * Source: UpdateSubscription, api.aliyun.com/document/CCC/2020-07-01/UpdateSubscription.
 */
export const EVENTS = {
	Abandoned: 'Abandoned',
	AgentBreak: 'Agent Break',
	AgentCheckIn: 'Agent Check-In',
	AgentCheckOut: 'Agent Check-Out',
	AgentDialing: 'Agent Dialing',
	AgentReady: 'Agent Ready',
	AgentRelease: 'Agent Release',
	AgentRinging: 'Agent Ringing',
	AgentRingingTimeout: 'Agent Ringing Timeout',
	AgentTalk: 'Agent Talk',
	AssignAgent: 'Assign Agent',
	AttendedTransfer: 'Attended Transfer',
	BargeIn: 'Barge-In',
	BlindTransfer: 'Blind Transfer',
	CDRReady: 'Call Record Ready',
	CampaignAborted: 'Campaign Aborted',
	CampaignCompleted: 'Campaign Completed',
	CampaignPaused: 'Campaign Paused',
	CampaignResumed: 'Campaign Resumed',
	CampaignSubmitted: 'Campaign Submitted',
	CaseAttempted: 'Case Attempted',
	InitiateConsultant: 'Consultation Initiated',
	StartConsultant: 'Consultation Started',
	StopConsultant: 'Consultation Stopped',
	Dialing: 'Dialing',
	DispatchingFailure: 'Dispatching Failure',
	DualTrackRecordingReady: 'Dual-Track Recording Ready',
	Enqueue: 'Enqueue',
	Established: 'Established',
	Held: 'Held',
	Intercept: 'Intercept',
	IvrTracking: 'IVR Tracking',
	QueueingCancelled: 'Queueing Canceled',
	QueueingOverflow: 'Queueing Overflow',
	QueueingRerouted: 'Queueing Rerouted',
	QueueingTimeout: 'Queueing Timeout',
	RecordingReady: 'Recording Ready',
	Released: 'Released',
	Retrieved: 'Retrieved',
	Ringing: 'Ringing',
	RingingTimeout: 'Ringing Timeout',
	Route2IVR: 'Route to IVR',
	SatisfactionSurveyOffer: 'Satisfaction Survey Offer',
	SatisfactionSurveyResponse: 'Satisfaction Survey Response',
	StartCoach: 'Start Coaching',
	StartConference: 'Start Conference',
	StartMonitor: 'Start Monitoring',
	StopCoach: 'Stop Coaching',
	StopConference: 'Stop Conference',
	StopMonitor: 'Stop Monitoring',
	TextStream: 'Text Stream',
	VoicemailReady: 'Voicemail Ready',
};

/** The vendor's list: every event by name, and whether it is left out. */
export function subscriptionsTo(chosen: string[]) {
	return Object.keys(EVENTS).map((event) => ({ Name: event, Disabled: !chosen.includes(event) }));
}
