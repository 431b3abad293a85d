import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../../../common/errors';
import * as fields from '../../fields';
import { eventItem } from '../../session/events';
import { OutboundCall, type WaitFor } from '../../session/outboundCall';
import { eventsOf } from '../../session/progress';
import { agentAction, call } from '../agentAction';

function iso(time: number | undefined): string | undefined {
	return time === undefined ? undefined : new Date(time).toISOString();
}

function outcomeOf(outbound: OutboundCall, wanted: WaitFor): string {
	const { failed, over, answeredAt } = outbound.progress;
	if (wanted === 'accepted') return 'accepted';
	if (failed) return 'failed';
	if (wanted === 'answered' && answeredAt !== undefined) return 'answered';
	return over ? 'ended' : 'timeout';
}

/** The call as the node returns it; fields that are still unknown are left out. */
function callItem(outbound: OutboundCall, agentId: string, wanted: WaitFor, simplify: boolean): IDataObject {
	const { called, callId = '', progress } = outbound;
	const { answeredAt, endedAt, failed, failureCode } = progress;
	const events = eventsOf(outbound.events, callId);
	const failureReason = progress.failureReason ?? (failed ? 'The call ended before it was answered, and the gateway gave no reason' : undefined);
	const item = {
		callId,
		agentId,
		called,
		outcome: outcomeOf(outbound, wanted),
		answeredAt: iso(answeredAt),
		endedAt: iso(endedAt),
		durationSeconds: answeredAt !== undefined && endedAt !== undefined ? Math.max(0, Math.round((endedAt - answeredAt) / 1000)) : undefined,
		failureReason,
		failureCode,
		events: events.map(eventItem),
		rawEvents: simplify ? undefined : events.map(({ raw }) => raw),
	};
	return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

/** Source: "Outbound Calling" (普通外呼), support.huaweicloud.com/api-ccfs-cec/cec_07_1232.html. */
export const callOut = agentAction({
	resource: call,
	operation: 'callOut',
	name: 'Call Out',
	action: 'Call out with agent',
	description: "Ring the agent's phone, call a number and connect the two",
	effect: 'dial',
	fields: { called: fields.called, waitFor: fields.waitFor, waitTimeoutSeconds: fields.waitTimeoutSeconds },
	additionalFields: {
		callAppData: fields.callAppData,
		caller: fields.caller,
		mediaAbility: fields.mediaAbility,
		skillId: fields.skillId,
		userVideoDirection: fields.userVideoDirection,
	},
	showOnlyFor: { waitTimeoutSeconds: { waitFor: ['answered', 'ended'] } },
	check({ mediaAbility, userVideoDirection }) {
		if (userVideoDirection !== undefined && mediaAbility !== fields.VIDEO) {
			throw new InputError("'Video Direction' is set, but the call has no video: set 'Media' to Video, or remove 'Video Direction'");
		}
	},
	async perform(client, values, { simplify }) {
		const { run } = client;
		const { line, agentId } = await client.own();
		const outbound = new OutboundCall(values.called);
		const request = {
			called: values.called,
			caller: values.caller,
			skillid: values.skillId === undefined ? undefined : Number(values.skillId),
			callappdata: values.callAppData,
			mediaability: values.mediaAbility,
			userVideoDirection: values.userVideoDirection,
		};
		await line.dial(outbound, request, run.waitMs, run.cancelled);
		await line.follow(outbound, values.waitFor as WaitFor, values.waitTimeoutSeconds * 1000, run.cancelled);
		return [callItem(outbound, agentId, values.waitFor as WaitFor, simplify)];
	},
});
