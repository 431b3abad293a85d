import { findInstance } from './account';
import type { PlacedCall } from './call';
import type { Behavior } from './center';
import { unknownContact } from './errors';
import { page } from './lists';
import { customerOf } from './talk';

const QUESTION = 'Question';

/** The nodes of the flow that the customer came to. The vendor's words for types and exits are not published. */
function stepsOf(call: PlacedCall, answer: string | undefined) {
	const answeredAt = customerOf(call)?.answeredAt;
	if (call.type !== 'PREDICTIVE' || answeredAt === undefined) return [];
	return [QUESTION, ...(answer === undefined ? [] : [answer])].map((name, index) => ({
		Callee: call.callee,
		Caller: call.caller,
		ContactId: call.jobId,
		EnterTime: answeredAt,
		FlowName: 'Contact flow',
		Instance: call.instanceId,
		LeaveTime: call.endedAt ?? answeredAt,
		NodeExitCode: 'Next',
		NodeId: `node-${index + 1}`,
		NodeName: name,
		NodeProperties: {},
		NodeType: name === QUESTION ? 'Menu' : 'Play',
		NodeVariables: {},
	}));
}

/** Throws `NotExists.ContactId`. */
const listIvrTrackingDetails: Behavior = ({ account, exchange, ivr }, params) => {
	const { InstanceId = '', ContactId = '' } = params;
	const { id } = findInstance(account, InstanceId);
	const call = exchange.calls().find(({ instanceId, jobId }) => instanceId === id && jobId === ContactId);
	if (!call) throw unknownContact(ContactId);
	return page(stepsOf(call, ivr.answers.get(call.callee)), params);
};

export const ivrActions: Array<[string, Behavior]> = [['ListIvrTrackingDetails', listIvrTrackingDetails]];
