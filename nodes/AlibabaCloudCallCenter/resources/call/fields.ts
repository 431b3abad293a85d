import { locator, text, wholeNumber } from '../../../common/action/fields';
import { channel, deviceId, UNCHECKED_FLOW } from '../../fields';
import { brokers, contactFlows, users } from '../../fields/accountLists';

/** A number of the instance that the other side sees. */
export function outboundNumber(displayName: string, description: string) {
	return locator({ displayName, description, example: '01021570000', search: brokers });
}

/** An agent who takes part in a call. */
export function agent(displayName: string, description: string) {
	return locator({ displayName, description, example: 'agent@ccc-test', search: users });
}

/** A flow that somebody in the call goes through. */
export function flow(description: string) {
	return locator({ displayName: 'Contact Flow', description, example: '4685b65a-eb8f-11ec-8ea0-0242ac120002', search: contactFlows, idHint: UNCHECKED_FLOW });
}

/** The operation says what becomes of the leg. */
export const agentsChannel = channel('The leg of the call that this is about; by default that of the agent');

/** What all operations of a supervisor on the call of an agent offer. */
export const supervisorFields = {
	deviceId,
	timeoutSeconds: wholeNumber({
		displayName: 'Timeout (Seconds)',
		description: 'After how many seconds the attempt to connect the supervisor is given up',
		default: 30,
		min: 1,
		max: 300,
		unit: 'seconds',
	}),
	userId: agent('User', 'The supervisor who is connected; by default the agent who belongs to the access key'),
};

export const maskedCallee = text({
	displayName: 'Masked Callee',
	description: 'The number as agents and records show it instead of the real one. You decide which digits to hide.',
	example: '137****0000',
});
