import type { IDataObject } from 'n8n-workflow';
import { parsedJson } from '../common/vendor/json';
import { readable } from './session/events';

/** `callfeature` codes (intl cec_07_0700). */
const CALL_TYPES = new Map([
	['0', 'inbound'],
	['1', 'specialInbound'],
	['5', 'tollInbound'],
	['6', 'internal'],
	['7', 'agentOutbound'],
	['10', 'ivrOutbound'],
	['11', 'phoneAgentOutbound'],
]);

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
	return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
}

/** Epoch ms, as a number or as text. */
function timeOf(value: unknown): string | undefined {
	const time = Number(value);
	return time > 0 ? new Date(time).toISOString() : undefined;
}

/** The vendor's `result` as an object; some gateways send JSON text. */
export function resultObject(result: unknown): IDataObject {
	const value = typeof result === 'string' ? parsedJson(result) : result;
	return isObject(value) ? value : {};
}

/** The objects in a list that the vendor returns as its `result`. */
export function objectsIn(result: unknown): IDataObject[] {
	const value = typeof result === 'string' ? parsedJson(result) : result;
	return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Without the fields that are unknown. */
export function withoutEmpty(item: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

/** What is known about a call, from `callinfobycallid` (cec_07_1266); its `begintime` is the time of the answer. */
export function simplifiedInformation(info: IDataObject): IDataObject {
	return withoutEmpty({
		callId: textOf(info.callid),
		type: CALL_TYPES.get(String(info.callfeature)),
		callerNumber: textOf(info.caller),
		calledNumber: textOf(info.called),
		skill: textOf(info.callskill),
		skillId: textOf(info.callskillid),
		callData: textOf(info.calldata),
		answeredAt: timeOf(info.begintime),
		endedAt: timeOf(info.endtime),
	});
}

/** Everything the vendor sends, under names that expressions can read. */
export function wholeInformation(info: IDataObject): IDataObject {
	return readable(info) as IDataObject;
}
