import type { GenericValue } from 'n8n-workflow';
import type { Read } from '../action/resource';
import type { Result } from '../action/part';
import { sendUntilEnded, type Sending } from './attempt';

/** A part holds items, so a single value is packed into one. */
export const packed = (value: unknown) => ({ results: [{ value: value as GenericValue }] });

export function valueIn<T>(ended: { results: Result[] }): T {
	const [result] = ended.results as Array<{ value: unknown } | undefined>;
	return result?.value as T;
}

/** Sends requests that only read, at the pace of the node, and again if no answer came. */
export function reading<Client>(run: Sending<Client>): Read {
	return async (send) => {
		const ended = await sendUntilEnded(run, { effect: 'read', send: async () => packed(await send()) });
		if ('error' in ended) throw ended.error;
		return valueIn(ended);
	};
}
