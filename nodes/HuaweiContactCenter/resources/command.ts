import type { IDataObject } from 'n8n-workflow';
import type { Effect, Given, Wording } from '../../common/action/action';
import type { Fields } from '../../common/action/fields';
import { VendorError } from '../../common/vendor/errors';
import type { AgentClient } from '../client';
import type { GatewayRequest } from '../gateway/gateway';
import type { AgentSession } from '../session/session';
import { agentAction } from './agentAction';

/** When a refusal means that there was nothing to do. */
export interface Already {
	codes: string[];
	/** Whether it is so indeed, if the codes can also mean something else. */
	isSo?(session: AgentSession): boolean | Promise<boolean>;
}

/** @returns false if the gateway refused the request and there was nothing to do */
export async function carriedOut(session: AgentSession, request: GatewayRequest, { codes, isSo = () => true }: Already): Promise<boolean> {
	const nothingToDo = async (error: unknown): Promise<false> => {
		const canMeanSo = error instanceof VendorError && codes.includes(error.code);
		if (canMeanSo && (await isSo(session))) return false;
		throw error;
	};
	return await session.request(request).then(() => true, nothingToDo);
}

/** A request below the address of the agent. */
export type Request = Pick<GatewayRequest, 'body'> & { method: 'DELETE' | 'POST' | 'PUT'; path: string };

export interface Command<F extends Fields, A extends Fields> extends Omit<Wording, 'effect'> {
	effect?: Effect;
	fields?: F;
	additionalFields?: A;
	/** Checks that concern several fields at once; throws an InputError. */
	check?(values: Given<F, A>): void;
	request(values: Given<F, A>): Request;
	already?: Already;
	/** What the session has to remember once it is so. */
	remember?(session: AgentSession, values: Given<F, A>): void;
}

interface Kind {
	/** Where the addresses of the commands begin, such as `voicecall`. */
	family: string;
	session(client: AgentClient): Promise<AgentSession>;
	/** What the output holds besides the agent; asked for before the request, since the request may end a call. */
	context(session: AgentSession, values: IDataObject): IDataObject;
}

/**
 * A kind of command: an operation that is carried out with one request, whose answer says nothing more. `changed` is false in the
 * output if it was so already.
 */
export function commandKind({ family, session: sessionOf, context }: Kind) {
	return <F extends Fields = Record<never, never>, A extends Fields = Record<never, never>>(command: Command<F, A>) => {
		const { request, already = { codes: [] }, remember, effect = 'change', fields = {} as F, ...wording } = command;
		return agentAction<F, A>({
			...wording,
			effect,
			fields,
			simplify: false,
			async perform(client, values) {
				const { agentId } = client.account;
				const session = await sessionOf(client);
				const known = context(session, values as IDataObject);
				const { path, ...rest } = request(values);
				const changed = await carriedOut(session, { ...rest, path: `/${family}/${agentId}/${path}` }, already);
				remember?.(session, values);
				return [{ agentId, ...known, success: true, changed }];
			},
		});
	};
}
