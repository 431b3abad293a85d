import type { IDataObject } from 'n8n-workflow';
import { parsedJson, quoteLongIntegers } from '../../common/vendor/json';

/** What the vendor's pages show where a field is empty. */
const FILLER = '无';

/** Names of keys that n8n's expressions refuse to read, and the names that replace them. */
const RENAMED = new Map([
	['caller', 'callerNumber'],
	['callee', 'calleeNumber'],
]);

type Fix = (value: unknown) => unknown;

/** An integer that arrives as text; anything else stays as it is. */
const integer: Fix = (value) => {
	if (typeof value !== 'string' || !/^-?\d+$/.test(value)) return value;
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : value;
};

/** As `integer`, with decimals or without. */
const decimal: Fix = (value) => (typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : value);

const boolean: Fix = (value) => (value === 'true' ? true : value === 'false' ? false : value);

/** IDs and extensions that arrive as JSON numbers. */
const text: Fix = (value) => (typeof value === 'number' ? String(value) : value);

/**
 * A phone number that arrives as a JSON number has lost the 0 of its area code. Of the numbers with 10 or 11 digits only
 * mobile numbers (13… to 19…) and the service numbers 400… and 800… are written without one.
 */
const phoneNumber: Fix = (value) => {
	if (typeof value !== 'number') return value;
	const digits = String(value);
	const isMobileOrService = /^(1[3-9]\d{9}|[48]00\d{7})$/.test(digits);
	return /^\d{10,11}$/.test(digits) && !isMobileOrService ? `0${digits}` : digits;
};

const jsonInText: Fix = (value) => (typeof value === 'string' ? (parsedJson(quoteLongIntegers(value)) ?? value) : value);

/** An object or a list that arrives as JSON text, its names as they are written there; anything else as it came. */
export function fromJsonText(value: unknown): unknown {
	const parsed = jsonInText(value);
	return typeof parsed === 'object' ? parsed : value;
}

/** A list that arrives as JSON text, as a single object, or as one bare word. */
const list: Fix = (value) => {
	const parsed = jsonInText(value);
	if (Array.isArray(parsed)) return parsed as unknown;
	return parsed === undefined || parsed === null || parsed === '' ? [] : [parsed];
};

const ENTITIES = new Map([
	['&amp;', '&'],
	['&gt;', '>'],
	['&lt;', '<'],
	['&quot;', '"'],
]);

/**
 * A channel ID in the form that the API accepts. The pages show it escaped once or twice (`-&amp;gt;`) and followed by a stray quote.
 *
 * Source: the samples of LaunchSurvey and SendDtmfSignaling.
 */
export function cleanChannelId(id: string): string {
	let clean = id;
	for (let before = ''; before !== clean; ) {
		before = clean;
		clean = clean.replace(/&(?:amp|gt|lt|quot);/g, (entity) => ENTITIES.get(entity) ?? entity);
	}
	return clean.trim().replace(/"+$/, '');
}

const channelId: Fix = (value) => (typeof value === 'string' ? cleanChannelId(value) : value);

/** How to fix the fields that are known to arrive in several shapes, by the vendor's names. */
const FIXES = new Map<string, Fix>(Object.entries({
	Active: boolean,
	ActualEndTime: integer,
	ActualStartTime: integer,
	AdditionalBroker: phoneNumber,
	AdminList: list,
	AgentEstablishedTime: integer,
	AgentRingDuration: integer,
	AliyunUid: text,
	AnalyticsReportReady: boolean,
	AssignAgentTime: integer,
	AssociatedData: jsonInText,
	AttemptCount: integer,
	Begin: integer,
	Blacklisted: boolean,
	BreakAgents: integer,
	BreakingAgents: integer,
	Broker: phoneNumber,
	CallDuration: integer,
	CalledNumber: phoneNumber,
	Callee: phoneNumber,
	Caller: phoneNumber,
	CallingNumber: phoneNumber,
	Caps: integer,
	CasesAborted: integer,
	CasesConnected: integer,
	CasesUncompleted: integer,
	CasesUncompletedAfterAttempt: integer,
	CasesUncompletedAfterAttempted: integer,
	ChannelContexts: list,
	ChannelFlags: list,
	ChannelId: channelId,
	Concurrency: integer,
	ContextId: integer,
	Count: integer,
	CreateTime: integer,
	CreatedTime: integer,
	CurrentTaskStartTime: integer,
	CustomVariables: jsonInText,
	CustomerEstablishedTime: integer,
	CustomerReleasedTime: integer,
	Datetime: integer,
	Destination: phoneNumber,
	DeviceExt: text,
	DialDuration: integer,
	DialTime: integer,
	DialingTime: integer,
	Disabled: boolean,
	Duration: integer,
	End: integer,
	EndTime: integer,
	EnqueueTime: integer,
	EnterIvrTime: integer,
	EnterTime: integer,
	EstablishedTime: integer,
	EventTime: integer,
	Expires: integer,
	Extension: text,
	Finished: boolean,
	FirstCheckInTime: integer,
	Heartbeat: integer,
	HeldTime: integer,
	HttpStatusCode: integer,
	Index: integer,
	InteractiveCalls: integer,
	IvrDuration: integer,
	IvrTime: integer,
	LastCheckOutTime: integer,
	LastCheckoutTime: integer,
	LeaveTime: integer,
	List: list,
	LoggedInAgents: integer,
	LongestWaitingTime: integer,
	MinAttemptInterval: integer,
	Mobile: phoneNumber,
	Number: phoneNumber,
	NumberList: list,
	Originator: phoneNumber,
	OutboundScenario: boolean,
	OutboundScenarioBreakingAgents: integer,
	OutboundScenarioReadyAgents: integer,
	OutboundScenarioTalkingAgents: integer,
	OutboundScenarioWorkingAgents: integer,
	PhoneNumber: phoneNumber,
	PhoneNumberCount: integer,
	PlanedEndTime: integer,
	PlanedStartTime: integer,
	Primary: boolean,
	PrimaryAccount: boolean,
	Published: boolean,
	QueueDuration: integer,
	QueueTime: integer,
	RamId: text,
	ReadyAgents: integer,
	RecordingDuration: integer,
	RecordingReady: boolean,
	ReleaseTime: integer,
	Reserved: integer,
	RingTime: integer,
	Satisfaction: integer,
	SatisfactionSurveyOffered: boolean,
	SignedSkillGroupIdList: list,
	Simulation: boolean,
	SkillGroupIdList: list,
	SkillGroupNameList: list,
	SkillGroups: list,
	SkillLevel: integer,
	StartTime: integer,
	StateTime: integer,
	StatsTime: integer,
	StrategyParameters: jsonInText,
	TalkAgents: integer,
	TalkTime: integer,
	TalkingAgents: integer,
	Timestamp: integer,
	TransferCount: integer,
	UpdatedTime: integer,
	UserCount: integer,
	UserExtension: text,
	WaitTime: integer,
	WaitingCalls: integer,
	WorkAgents: integer,
	WorkingAgents: integer,
}));

/** A figure of a report: some of them arrive as numbers in one report and as text in another. */
const FIGURE = /^(Average|Calls|Max|Total)[A-Z]\w*$|^Satisfaction(Index|SurveysOffered|SurveysResponded)$|Rate$|^ServiceLevel\d+$/;

function fixOf(name: string): Fix | undefined {
	return FIXES.get(name) ?? (FIGURE.test(name) ? decimal : undefined);
}

/** The rows of a page, or of a list that comes as a whole, normalized. */
export function rowsOf(data: unknown): IDataObject[] {
	const { list: rows } = normalize(Array.isArray(data) ? { List: data } : (data ?? {})) as IDataObject;
	return Array.isArray(rows) ? (rows as IDataObject[]) : [];
}

/** `ChannelContexts` -> `channelContexts`, `DNISList` -> `dnisList`. */
function lowerCamel(name: string): string {
	const camel = name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+/, (start) => start.toLowerCase());
	return RENAMED.get(camel) ?? camel;
}

/**
 * An answer of the vendor with its quirks undone: names in lower camel case, numbers, booleans and lists in their own types,
 * phone numbers as text, filler left out. Anything else passes through unchanged.
 *
 * Source: the samples of LaunchSurvey, SendDtmfSignaling and StartBack2BackCall.
 */
export function normalize(value: unknown): unknown {
	if (Array.isArray(value)) return value.filter((entry) => entry !== FILLER).map(normalize);
	if (typeof value !== 'object' || value === null) return value;
	const known = Object.entries(value).filter(([, content]) => content !== FILLER && content !== null && content !== undefined);
	return Object.fromEntries(known.map(([name, content]) => [lowerCamel(name), normalize(fixOf(name)?.(content) ?? content)]));
}

/** Leaves out what is undefined or an empty text. */
export function withoutEmpty(values: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}

/** ISO 8601 from milliseconds since 1970; undefined for 0 and for anything that is not a time. */
export function isoTime(value: unknown): string | undefined {
	const time = typeof value === 'number' && value > 0 ? new Date(value) : undefined;
	return time && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined;
}

function object(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as IDataObject) : {};
}

function simplifiedChannel(channel: IDataObject): IDataObject {
	return withoutEmpty({
		channelId: channel.channelId,
		state: channel.channelState,
		originator: channel.originator,
		destination: channel.destination,
		userId: channel.userId,
		extension: channel.userExtension,
		index: channel.index,
		changedAt: isoTime(channel.timestamp),
		releasedBy: channel.releaseInitiator,
		releaseReason: channel.releaseReason,
	});
}

function simplifiedUser(user: IDataObject): IDataObject | undefined {
	const simplified = withoutEmpty({
		userId: user.userId,
		state: user.userState,
		workMode: user.workMode,
		extension: user.extension,
		mobile: user.mobile,
		deviceId: user.deviceId,
		skillGroupIds: user.signedSkillGroupIdList,
	});
	return Object.keys(simplified).length > 0 ? simplified : undefined;
}

/**
 * The short form of the answer of a call operation: the call's ID, its legs ("channels") in the vendor's order, and the agent.
 * Absent fields are left out; times are ISO 8601.
 *
 * @param data the `Data` of the answer, after `normalize`
 */
export function simplifiedCall(data: IDataObject): IDataObject {
	const call = object(data.callContext);
	const channels = Array.isArray(call.channelContexts) ? call.channelContexts : [];
	const user = object(data.userContext);
	return withoutEmpty({
		jobId: call.jobId ?? user.jobId,
		instanceId: call.instanceId ?? user.instanceId,
		callType: call.callType,
		channels: channels.map((channel) => simplifiedChannel(object(channel))),
		user: simplifiedUser(user),
		contextId: data.contextId,
	});
}
