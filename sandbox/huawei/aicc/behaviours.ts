import type { AiccFacts } from '../../../catalogue/aiccFacts';
import type { Fields } from './admission';
import { seconds, type AiccCall, type CallOrder } from './call';
import type { Calls } from './calls';
import { AiccRefusal } from './errors';
import type { AiccOptions } from './options';

/** What the sandbox's tenant has. */
export const VOICES = [
	{ voice_id: '1201763136043459597', name: 'welcome', type: 0 },
	{ voice_id: '1201763136043459598', name: 'goodbye', type: 0 },
	{ voice_id: '1226170940666061826', name: 'delivery', type: 2, voicecontent: 'Your order ${NUM_6} arrives at ${TIME}' },
];

const PLAY_MS = 8000;
const LONGEST_SPAN_MS = 7 * 24 * 60 * 60 * 1000;
const LARGEST_PAGE = 100;

export interface Tenancy {
	calls: Calls;
	options: AiccOptions;
}

type Behaviour = (tenancy: Tenancy, fields: Fields) => Record<string, unknown>;

const textIn = (fields: Fields, name: string) => String(fields[name] ?? '');

/** Source: createCall and createVoiceNotification; code 1 says that there is such a call already. */
function create({ calls }: Tenancy, order: CallOrder): Record<string, unknown> {
	if (calls.isUnderWay(order)) throw new AiccRefusal('1', 'There is an unfinished task');
	return { retMsg: 'Created successfully.', result: { callSerialNo: calls.create(order).callSerialNo } };
}

function twoParty(fields: Fields, caller: string): CallOrder {
	return {
		kind: 'twoParty',
		caller,
		called: textIn(fields, 'called'),
		callerPresent: textIn(fields, 'callerPresent'),
		agentPresent: textIn(fields, 'agentPresent'),
		agentWorkNo: textIn(fields, 'agentWorkNo'),
		callData: textIn(fields, 'callData'),
		...(fields.callBackUrl === undefined ? {} : { callBackUrl: textIn(fields, 'callBackUrl') }),
	};
}

function notification(fields: Fields, plays: number): CallOrder {
	const { callBackUrl } = fields;
	const common = { kind: 'notification' as const, caller: '', called: textIn(fields, 'called'), callerPresent: textIn(fields, 'callerPresent') };
	return { ...common, playMs: plays * PLAY_MS, ...(callBackUrl === undefined ? {} : { callBackUrl: String(callBackUrl) }) };
}

function knownVoice(id: unknown, type: number, wrongCode: string): void {
	const voice = VOICES.find(({ voice_id }) => voice_id === id);
	if (!voice) throw new AiccRefusal('17', 'The voice does not exist');
	if (voice.type !== type) throw new AiccRefusal(wrongCode, 'The voice is of another type');
}

function checkPlayed(entry: unknown): void {
	const { voiceId, templateId, templateParams } = entry as Fields;
	if (voiceId === undefined && templateId === undefined) throw new AiccRefusal('12', 'Neither voiceId nor templateId');
	if (voiceId !== undefined) knownVoice(voiceId, 0, '23');
	if (templateId !== undefined) knownVoice(templateId, 2, '22');
	const values = (templateParams ?? []) as string[];
	if (values.some((value) => Buffer.byteLength(value) > 32)) throw new AiccRefusal('13', 'A variable is too long');
}

/** `1130000~$Tom$~2220000`: IDs of recordings, and texts between dollar signs. */
function checkContent(content: string): number {
	const parts = content.split('~');
	const wrong = parts.find((part) => !/^\$[^$]+\$$/.test(part) && !VOICES.some(({ voice_id }) => voice_id === part));
	if (wrong !== undefined) throw new AiccRefusal('8', `There is no voice ${wrong}`);
	return parts.length;
}

function record(call: AiccCall): Record<string, unknown> {
	const { state, reasonCode, callSerialNo, caller, called, callerPresent, agentPresent, callData } = call;
	const talkDuration = String(seconds(call.talkingTime, call.releaseTime));
	const times = ['startTime', 'endTime', 'alertingTime', 'talkingTime', 'releaseTime', 'agentAlertingTime', 'agentTalkingTime', 'agentReleaseTime'] as const;
	return {
		callSerialNo,
		caller,
		called,
		callerPresent,
		agentPresent,
		callData,
		state,
		...(reasonCode === undefined ? {} : { reasonCode }),
		...Object.fromEntries(times.map((name) => [name, call[name] === 0 ? null : call[name]])),
		talkDuration,
		agentTalkDuration: String(seconds(call.agentTalkingTime, call.agentReleaseTime)),
	};
}

function spanOf({ startTime, endTime }: Fields): [number, number] {
	const [start, end] = [Number(startTime), Number(endTime)];
	if (!/^\d{13}$/.test(String(startTime)) || !/^\d{13}$/.test(String(endTime)) || end - start > LONGEST_SPAN_MS || end < start) {
		throw new AiccRefusal('2', 'The format of startTime or endTime is wrong');
	}
	return [start, end];
}

const KINDS: Record<string, AiccCall['kind'][]> = { '0': ['twoParty', 'notification'], '1': ['twoParty'], '3': ['notification'] };

const BEHAVIOURS: Record<string, Behaviour> = {
	createCallV1: (tenancy, fields) => create(tenancy, twoParty(fields, textIn(fields, 'caller'))),
	createCallV3: (tenancy, fields) => create(tenancy, twoParty(fields, textIn(fields, 'softPhone'))),
	createNotificationV1(tenancy, fields) {
		return create(tenancy, notification(fields, checkContent(textIn(fields, 'voiceContent'))));
	},
	createNotificationV2(tenancy, fields) {
		const playList = fields.playList as unknown[];
		if (playList.length === 0) throw new AiccRefusal('11', 'playList is empty');
		playList.forEach(checkPlayed);
		const times = Number(fields.playTimes ?? 1);
		if (!(times >= 1 && times <= 5)) throw new AiccRefusal('10', 'playTimes must be from 1 to 5');
		return create(tenancy, notification(fields, playList.length * times));
	},
	queryCallState({ calls }, { callSerialNo }) {
		const call = calls.find(callSerialNo);
		if (!call) throw new AiccRefusal('1', 'Failed to query the status');
		const { state, reasonCode, caller, called, callData, callerPresent, agentPresent, startTime, endTime } = record(call);
		return { retMsg: 'success', result: { state, reasonCode, caller, called, callData, callerPresent, agentPresent, startTime: String(startTime), endTime: endTime === null ? null : String(endTime) } };
	},
	queryCallDetailRecord({ calls }, fields) {
		const [start, end] = spanOf(fields);
		const [offset, limit] = [Number(fields.offset ?? 0), Math.min(Number(fields.limit ?? LARGEST_PAGE), LARGEST_PAGE)];
		const kinds = KINDS[String(fields.taskType ?? '0')] ?? [];
		const found = calls.list().filter(({ kind, caller, startTime }) => kinds.includes(kind) && startTime >= start && startTime < end && (fields.caller === undefined || caller === fields.caller));
		if (found.length === 0) throw new AiccRefusal('1', 'No data');
		return { retMsg: 'success', result: { total: found.length, callInfo: found.slice(offset, offset + limit).map(record) } };
	},
	queryVoices(_tenancy, { offset = 0, limit = LARGEST_PAGE, type }) {
		const found = VOICES.filter((voice) => type === undefined || voice.type === type);
		const tenant = { tenant_id: '202003171001', tenantSpaceName: 'sandbox', uploaddate: 1_645_074_606_836 };
		return { description: 'success', voiceInfo: found.slice(Number(offset), Number(offset) + Number(limit)).map((voice) => ({ ...tenant, ...voice })) };
	},
};

/** Whether an interface has a life of its own. Any other answers with the example in the catalogue, and remembers nothing. */
export function behavesAtAicc(name: string): boolean {
	return Object.hasOwn(BEHAVIOURS, name);
}

/** What an interface answers, without its result code. */
export function behave(tenancy: Tenancy, { name, answer = {} }: AiccFacts, fields: Fields): Record<string, unknown> {
	return BEHAVIOURS[name]?.(tenancy, fields) ?? answer;
}
