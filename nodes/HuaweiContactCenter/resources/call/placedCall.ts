import type { IDataObject } from 'n8n-workflow';
import type { Settings } from '../../../common/action/action';
import type { AgentClient } from '../../client';
import { withoutEmpty } from '../../callInformation';
import { AgentCall, type CallRequest, type WaitFor } from '../../session/agentCall';
import { eventItem } from '../../session/events';
import type { Dialling } from '../../session/line';
import { eventsOf } from '../../session/progress';
import { resultOf } from './callResult';

function iso(time: number | undefined): string | undefined {
	return time === undefined ? undefined : new Date(time).toISOString();
}

function outcomeOf({ progress }: AgentCall, wanted: WaitFor): string {
	const { failed, over, answeredAt } = progress;
	if (wanted === 'accepted') return 'accepted';
	if (failed) return 'failed';
	if (wanted === 'answered' && answeredAt !== undefined) return 'answered';
	return over ? 'ended' : 'timeout';
}

/** What is known about a call of the agent; fields that are still unknown are left out. */
export function progressItem(call: AgentCall): IDataObject {
	const { callId = '', progress } = call;
	const { answeredAt, endedAt, failed, failureCode, over } = progress;
	const failureReason = progress.failureReason ?? (failed ? 'The call ended before it was answered, and the gateway gave no reason' : undefined);
	return withoutEmpty({
		answeredAt: iso(answeredAt),
		endedAt: iso(endedAt),
		durationSeconds: answeredAt !== undefined && endedAt !== undefined ? Math.max(0, Math.round((endedAt - answeredAt) / 1000)) : undefined,
		failureReason,
		failureCode,
		...(over ? resultOf(eventsOf(call.events, callId)) : {}),
	});
}

/** The events of a call, and those of the agent around it. */
export function eventItems({ events, callId = '' }: AgentCall, simplify: boolean): IDataObject {
	const own = eventsOf(events, callId);
	return { events: own.map(eventItem), ...(simplify ? {} : { rawEvents: own.map(({ raw }) => raw) }) };
}

interface Placing {
	dialling: Dialling;
	request: CallRequest;
	waitFor: WaitFor;
	waitTimeoutSeconds: number;
}

/** Makes a call with the agent and waits for what is wanted; the output of the operation. */
export async function placeCall(client: AgentClient, { dialling, request, waitFor, waitTimeoutSeconds }: Placing, { simplify, beforeDial }: Settings): Promise<IDataObject[]> {
	const { waitMs, cancelled } = client.run;
	const { line, agentId } = await client.own();
	const call = new AgentCall();
	await line.dial(call, { dialling, request, limitMs: waitMs, cancelled, beforeDial });
	await line.follow(call, waitFor, waitTimeoutSeconds * 1000, cancelled);
	const known = waitFor === 'accepted' ? {} : progressItem(call);
	return [{ callId: call.callId, agentId, called: request.called, outcome: outcomeOf(call, waitFor), ...known, ...eventItems(call, simplify) }];
}
