import type { IDataObject } from 'n8n-workflow';
import { VendorError } from '../../../common/vendor/errors';
import { normalize, withoutEmpty } from '../../api/response';
import type { CccClient } from '../../api/transport';

/** Where a file is, for a limited time. */
export interface Address {
	url: string;
	name?: string;
	/** What is known about the file without its address. */
	json: IDataObject;
}

/** The errors that say that something else is wrong than the file. */
const OTHERS_MISSING = /^NotExists\.(InstanceId|UserId|RamId)$/;

/** Which error stands for a file that isn't ready is not documented. */
function isNotReady(error: unknown): boolean {
	return error instanceof VendorError && error.code.startsWith('NotExists.') && !OTHERS_MISSING.test(error.code);
}

function unlessNotReady(error: unknown): undefined {
	if (!isNotReady(error)) throw error;
}

/**
 * The address of a call's file; undefined while there is none.
 *
 * Source: GetMonoRecording, help.aliyun.com (the duration is in milliseconds; the address is valid for 1 day by default).
 */
export async function addressOf(send: CccClient, action: string, values: { contactId: string }): Promise<Address | undefined> {
	const answer = await send(action, values).catch(unlessNotReady);
	const { fileUrl, fileName, duration } = normalize(answer?.data ?? {}) as IDataObject;
	if (typeof fileUrl !== 'string' || fileUrl === '') return undefined;
	const name = typeof fileName === 'string' && fileName !== '' ? fileName : undefined;
	return { url: fileUrl, name, json: withoutEmpty({ jobId: values.contactId, fileName: name, durationMs: duration }) };
}
