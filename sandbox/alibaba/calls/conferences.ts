import { actorOf, type Behavior } from '../center';
import { listOf, timeoutSeconds } from '../parameters';
import { blankParameter } from '../errors';
import { ConferenceCall } from './conferenceCall';
import { partyOf } from './parties';
import { contexts, ownCall } from './running';
import { orderOf } from './starts';

const startConference: Behavior = (center, params) => {
	const { instance, user, desk } = actorOf(center, params);
	desk.refuseCall();
	const numbers = listOf('ParticipantListJson', params) ?? [];
	if (numbers.length === 0) throw blankParameter('ParticipantListJson');
	for (const number of numbers) center.doNotCall.check(instance.id, number);
	const guests = numbers.map((number) => partyOf(center, instance, number));
	const order = orderOf(instance, {
		caller: user.extension,
		callee: numbers.join(),
		broker: user.extension,
		timeoutSeconds: timeoutSeconds(params),
		tags: params.Tags ?? '',
	});
	const host = { number: desk.phone, userId: user.id };
	const call = center.exchange.place((line, jobId) => new ConferenceCall(line, jobId, order, host, guests));
	return contexts(center, { instance, user, desk, call });
};

const endConference: Behavior = (center, params) => {
	const own = ownCall(center, params);
	own.call.end(own.user.id);
	return contexts(center, own);
};

export const conferenceActions: Array<[string, Behavior]> = [
	['StartConference', startConference],
	['EndConference', endConference],
];
