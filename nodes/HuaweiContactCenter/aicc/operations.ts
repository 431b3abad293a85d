import { CALL_RECORDS, CALL_STATE, NOTIFICATION, QUERY, TWO_PARTY_CALL, type Meanings } from './meanings';

/** One interface of AICC. All of them are a POST with JSON. */
export interface AiccOperation {
	/** From the root of the base URL. */
	path: string;
	meanings: Meanings;
	/** What the vendor's table puts around the fields, although its samples don't. */
	wrapper?: 'reqBody' | 'requestBody' | 'body';
	/** Whether it changes something or can ring a phone. */
	mayAct?: true;
	/** The result code of a query that found nothing. */
	emptyCode?: string;
}

const CALLS = '/apiaccess/CC-Management';
const NOTIFICATIONS = '/apiaccess/rest/voiceNotification';
const SETTINGS = '/apiaccess/rest/cc-management/v1';

export const OPERATIONS = {
	createCallV1: { path: `${CALLS}/v1/mobileAgent/createCall`, meanings: TWO_PARTY_CALL, mayAct: true },
	createCallV3: { path: `${CALLS}/v3/mobileAgent/createCall`, meanings: TWO_PARTY_CALL, mayAct: true },
	queryCallState: { path: `${CALLS}/v1/mobileAgent/queryCallState`, meanings: CALL_STATE },
	queryCallDetailRecord: { path: `${CALLS}/v1/mobileAgent/queryCallDetailRecord`, meanings: CALL_RECORDS, wrapper: 'body', emptyCode: '1' },
	createNotificationV1: { path: `${NOTIFICATIONS}/v1/createVoiceNotification`, meanings: NOTIFICATION, wrapper: 'reqBody', mayAct: true },
	createNotificationV2: { path: `${NOTIFICATIONS}/v2/createVoiceNotification`, meanings: NOTIFICATION, wrapper: 'requestBody', mayAct: true },
	queryVoices: { path: `${NOTIFICATIONS}/v1/queryVoiceNotificationRecording`, meanings: QUERY, wrapper: 'reqBody' },
	createVoiceTemplate: { path: `${SETTINGS}/createVoiceTemplate`, meanings: QUERY, wrapper: 'requestBody', mayAct: true },
	querySkills: { path: `${SETTINGS}/skill/querySkills`, meanings: QUERY },
	queryAgents: { path: `${SETTINGS}/agentAccount/query`, meanings: QUERY },
	queryIvrFlows: { path: `${SETTINGS}/ivrFlow/queryIVRFlowList`, meanings: QUERY },
	queryAccessCodes: { path: `${SETTINGS}/accessCodeInfo/queryAccessCodeList`, meanings: QUERY },
} satisfies Record<string, AiccOperation>;

export type OperationName = keyof typeof OPERATIONS;
