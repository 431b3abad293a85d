import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Action, type Effect, type Settings } from '../../../common/action';
import type { Fields, Values } from '../../../common/fields';
import type { CccAnswer } from '../../answer';
import { normalize, simplifiedCall } from '../../response';
import type { CccClient, CccRequest } from '../../transport';

const call = { name: 'Call', value: 'call' };

interface CallActionDefinition<F extends Fields, A extends Fields> {
	operation: string;
	name: string;
	action: string;
	description: string;
	effect: Effect;
	fields: F;
	additionalFields: A;
	check?(values: Values<F> & Partial<Values<A>>): void;
	/** How the values become the vendor's parameters. */
	request(values: Values<F> & Partial<Values<A>>): CccRequest;
}

/** The call and its legs, from the answer of a call operation. */
function callContext({ data, requestId }: CccAnswer, { simplify }: Settings): IDataObject {
	const normalized = normalize(data ?? {}) as IDataObject;
	return { ...(simplify ? simplifiedCall(normalized) : normalized), ...(requestId ? { requestId } : {}) };
}

/** An operation on a call: one request, and the state of the call as the answer. */
export function callAction<F extends Fields, A extends Fields>(definition: CallActionDefinition<F, A>): Action<CccClient> {
	const { request, ...rest } = definition;
	return defineAction<CccClient>()<F, A>({
		...rest,
		resource: call,
		perform: async (send, values, settings) => [callContext(await send(request(values)), settings)],
	});
}
