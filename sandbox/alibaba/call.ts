export type ChannelState = 'NONE' | 'CREATED' | 'RINGING' | 'ANSWERED' | 'RELEASED';

export type ChannelFlag = 'HOLD' | 'MUTED' | 'MONITORING' | 'COACHING';

/** What a call is, in the words of the call records. */
export type ContactType = 'BACK2BACK' | 'CONFERENCE' | 'INTERNAL' | 'OUTBOUND' | 'PREDICTIVE' | 'PRIVACY_DIAL';

/** One leg of a call. */
export interface Channel {
	id: string;
	kind: 'user' | 'customer';
	/** The agent at the end of the leg; empty for all others. */
	userId: string;
	originator: string;
	destination: string;
	state: ChannelState;
	flags: ChannelFlag[];
	/** Vendor time of the last change of state. */
	changedAt: number;
	/** Vendor time; undefined until somebody answers. */
	answeredAt?: number;
	/** The number or the agent that hung up; empty while the leg lives, and if the platform hung up. */
	releaseInitiator: string;
	/** SIP code and text, e.g. `486 - Busy Here`. */
	releaseReason: string;
}

/** What a call was asked for. */
export interface CallOrder {
	instanceId: string;
	caller: string;
	callee: string;
	broker: string;
	additionalBroker: string;
	timeoutSeconds: number;
	tags: string;
	/** Where the answered customer is sent to; empty for none. */
	skillGroupId: string;
}

export interface Survey {
	jobId: string;
	channel: string;
	contactFlowId: string;
	contactFlowVariables: string;
	smsMetadataId: string;
	surveyTemplateId: string;
	/** Vendor time. */
	at: number;
}

/** A call as the sandbox shows it. Times are vendor time. */
export interface PlacedCall extends CallOrder {
	jobId: string;
	type: ContactType;
	placedAt: number;
	endedAt?: number;
	/** How it ended where the customer's leg doesn't say it, such as `AbandonedInQueue`; otherwise empty. */
	disposition: string;
	/** All legs in the order in which they came. */
	channels: Channel[];
	survey?: Survey;
}
