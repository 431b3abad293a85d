import type { IDataObject } from 'n8n-workflow';
import type { AiccClient } from './client';
import type { Page, Place } from './pages';
import { numberOf, objectOf, rowsOf } from './values';

/** The lists of a tenant, each with its own way of paging and its own envelope. */

/** Source: querySkills (cec_07_0037). */
export async function readSkills(client: AiccClient, { offset, size }: Place, filters: object = {}): Promise<Page> {
	const { data, total } = await client.send('querySkills', { ...filters, limit: String(size), offset: String(offset) });
	return { rows: rowsOf(data), total: numberOf(total) };
}

/** Pages are counted from 0. Source: agentAccount/query (cec_07_1004). */
export async function readAgents(client: AiccClient, { offset, size }: Place, filters: object = {}): Promise<Page> {
	const { data, total } = await client.send('queryAgents', { ...filters, pageNum: Math.floor(offset / size), pageSize: size });
	return { rows: rowsOf(data), total: numberOf(total) };
}

/** All at once. Source: queryIVRFlowList (cec_07_1036). */
export async function readIvrFlows(client: AiccClient): Promise<Page> {
	const rows = rowsOf((await client.send('queryIvrFlows', {})).result);
	return { rows, total: rows.length };
}

/** Source: queryAccessCodeList (cec_07_0039). */
export async function readAccessCodes(client: AiccClient, { offset, size }: Place, filters: object = {}): Promise<Page> {
	const { calledRouteList, total } = objectOf((await client.send('queryAccessCodes', { ...filters, limit: size, offset })).data);
	return { rows: rowsOf(calledRouteList), total: numberOf(total) };
}

/** Recordings and text templates that passed the review. Source: queryVoiceNotificationRecording (cec_07_2800). */
export async function readVoices(client: AiccClient, { offset, size }: Place, filters: object = {}): Promise<Page> {
	const { voiceInfo } = await client.send('queryVoices', { ...filters, offset, limit: size });
	return { rows: rowsOf(voiceInfo) };
}

/** Source: queryCallDetailRecord (cec_07_1305). All fields are text there. */
export async function readCallRecords(client: AiccClient, { offset, size }: Place, span: { startTime: number; endTime: number }, filters: IDataObject = {}): Promise<Page> {
	const times = { startTime: String(span.startTime), endTime: String(span.endTime) };
	const { result } = await client.send('queryCallDetailRecord', { ...times, ...filters, offset: String(offset), limit: String(size) });
	const { callInfo, total } = objectOf(result);
	return { rows: rowsOf(callInfo), total: numberOf(total) };
}
