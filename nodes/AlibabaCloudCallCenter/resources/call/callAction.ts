import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Action, type Given, type Settings } from '../../../common/action/action';
import type { Fields } from '../../../common/action/fields';
import type { CccAnswer } from '../../api/answer';
import { simplifiedCall } from '../../api/response';
import type { CccClient } from '../../api/transport';
import { dataObject } from '../kinds';
import { effectOf, sentBy, type ActionWords } from '../vendorAction';

/** The call and its legs, from the answer of a call operation. */
export function callContext({ data, requestId }: CccAnswer, { simplify }: Settings): IDataObject {
	const normalized = dataObject(data);
	return { ...(simplify ? simplifiedCall(normalized) : normalized), ...(requestId ? { requestId } : {}) };
}

/** Where the output of a call operation has the ID of the call. */
export const CALL_ID = { callId: 'jobId' };

export interface CallActionDefinition<F extends Fields, A extends Fields> extends ActionWords {
	fields: F;
	additionalFields?: A;
	check?(values: Given<F, A>): void;
}

/** An operation on a call: one request, and the state of the call as the answer. */
export function callAction<F extends Fields, A extends Fields = Record<never, never>>(definition: CallActionDefinition<F, A>): Action<CccClient> {
	return defineAction<CccClient>()<F, A>({
		...definition,
		effect: effectOf(definition),
		findBy: CALL_ID,
		perform: async (send, values, settings) => [callContext(await send(sentBy(definition), values), settings)],
	});
}
