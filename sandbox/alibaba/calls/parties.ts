import type { Instance, User } from '../account';
import type { CallCenter } from '../center';
import type { Party } from './liveCall';

/** An agent's phone, if the number is an extension or the id of an agent; otherwise the number itself. */
export function partyOf(center: CallCenter, instance: Instance, number: string): Party {
	const user = instance.users.find(({ id, extension }) => number === id || number === extension);
	return user ? agentParty(center, instance, user) : { number, userId: '' };
}

export function agentParty({ desks }: CallCenter, instance: Instance, user: User): Party {
	const desk = desks.of(instance, user);
	desk.refuseCall();
	return { number: desk.phone, userId: user.id };
}
