import { part, type ShortForm } from './kinds';

/** The short form of a report, whatever it is about. */
export const reportShort: ShortForm = {
	totalCalls: part('overall', 'totalCalls'),
	inboundCalls: part('inbound', 'callsOffered'),
	inboundAnswered: part('inbound', 'callsHandled'),
	inboundAbandoned: part('inbound', 'callsAbandoned'),
	averageWaitSeconds: part('inbound', 'averageWaitTime'),
	outboundCalls: part('outbound', 'callsDialed'),
	outboundAnswered: part('outbound', 'callsAnswered'),
	averageTalkSeconds: part('overall', 'averageTalkTime'),
};

/** The short form of what goes on now: the queue, and how many agents are in which state. */
export const liveStateShort: ShortForm = {
	waitingCalls: 'waitingCalls',
	longestWaitingSeconds: 'longestWaitingTime',
	readyAgents: 'readyAgents',
	talkingAgents: 'talkingAgents',
	workingAgents: 'workingAgents',
	breakingAgents: 'breakingAgents',
	loggedInAgents: 'loggedInAgents',
	totalAgents: 'totalAgents',
};
