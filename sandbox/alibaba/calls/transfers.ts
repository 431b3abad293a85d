import { canCallOut } from '../account';
import type { Behavior, CallCenter } from '../center';
import type { Channel } from '../call';
import { wrongState } from '../errors';
import { timeoutSeconds, type Params } from '../parameters';
import { OKAY, type LiveCall, type Party } from './liveCall';
import { partyOf } from './parties';
import { contexts, ownCall, refuseUnless, type OwnCall } from './running';

/** The consultations that go on: the call, and the leg of whoever is consulted. */
const consultations = new WeakMap<LiveCall, Channel>();

/**
 * Whom a transfer goes to. Without a type the form decides: an agent's id or extension, a number, or else a skill group.
 * A skill group has no queue here: the agent who has waited longest is rung, and without a ready agent the transfer is refused.
 */
function transferee(center: CallCenter, { instance }: OwnCall, { Transferee = '', TransfereeType = '' }: Params): Party {
	if (TransfereeType.startsWith('EXTERNAL')) return { number: Transferee, userId: '' };
	const party = TransfereeType === 'SKILL_GROUP' ? { number: Transferee, userId: '' } : partyOf(center, instance, Transferee);
	if (party.userId !== '' || (TransfereeType === '' && /^\+?\d+$/.test(Transferee))) return party;
	const [desk] = center.desks.ready(instance, Transferee);
	if (!desk) throw wrongState('User', Transferee, 'OFFLINE');
	return { number: desk.phone, userId: desk.user.id };
}

function checkRestriction(center: CallCenter, { instance }: OwnCall, { number, userId }: Party): void {
	if (userId === '' && instance.numbers.some(canCallOut)) center.doNotCall.check(instance.id, number);
}

/** Rings a party into the call; an outside party hangs up in its own time. */
async function bringIn(call: LiveCall, party: Party, seconds: number, afterwards: () => void): Promise<void> {
	const channel = await call.invite(party, seconds * 1000);
	if (channel.state === 'ANSWERED' && party.userId === '') await call.stay(channel);
	if (channel.state === 'RELEASED') afterwards();
}

/** The agent is out at once; if the transferee doesn't answer, the call ends. */
const blindTransfer: Behavior = (center, params) => {
	const own = ownCall(center, params);
	const { call, user } = own;
	refuseUnless(own.own.state === 'ANSWERED', own.own);
	const party = transferee(center, own, params);
	checkRestriction(center, own, party);
	void bringIn(call, party, timeoutSeconds(params), () => call.settle());
	call.release(own.own, user.id, OKAY);
	return contexts(center, own);
};

function others({ call, own }: OwnCall): Channel[] {
	return call.live().filter((channel) => channel !== own && channel.state === 'ANSWERED');
}

function retrieveAll(call: LiveCall): void {
	for (const channel of call.live()) call.setFlag(channel, 'HOLD', false);
}

/** Whoever was in the call is held while the agent consults the transferee. */
const initiateAttendedTransfer: Behavior = (center, params) => {
	const own = ownCall(center, params);
	const { call } = own;
	refuseUnless(own.own.state === 'ANSWERED' && others(own).length > 0 && !consultations.has(call), own.own);
	const party = transferee(center, own, params);
	checkRestriction(center, own, party);
	for (const channel of others(own)) call.setFlag(channel, 'HOLD', true);
	void bringIn(call, party, timeoutSeconds(params), () => {
		if (consultations.delete(call)) retrieveAll(call);
		call.settle();
	});
	const consulted = call.channels.at(-1);
	if (consulted && consulted.state !== 'RELEASED') consultations.set(call, consulted);
	return contexts(center, own);
};

/** Ends the consultation; refused without one, and as long as nobody has answered if that is needed. */
function concluded(isAnswerNeeded: boolean, conclude: (own: OwnCall, consulted: Channel) => void): Behavior {
	return (center, params) => {
		const own = ownCall(center, params);
		const consulted = consultations.get(own.call);
		if (!consulted) throw wrongState('Job', own.call.jobId, 'without a consultation');
		refuseUnless(!isAnswerNeeded || consulted.state === 'ANSWERED', consulted);
		consultations.delete(own.call);
		retrieveAll(own.call);
		conclude(own, consulted);
		return contexts(center, own);
	};
}

export const transferActions: Array<[string, Behavior]> = [
	['BlindTransfer', blindTransfer],
	['InitiateAttendedTransfer', initiateAttendedTransfer],
	['CompleteAttendedTransfer', concluded(true, ({ call, own, user }) => call.release(own, user.id, OKAY))],
	['CancelAttendedTransfer', concluded(false, ({ call, user }, consulted) => call.release(consulted, user.id, OKAY))],
	['SwitchToConference', concluded(true, () => {})],
];
