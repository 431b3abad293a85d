import type { Agent } from './agent';
import { AGENT_STATE } from './agentState';
import { Refusal } from './retcodes';
import { command, demanded, signedIn, type Route } from './route';

/** What an agent is doing: `/onlineagent/{agentid}/…`, without signing in and out. */
export const agentRoutes: readonly Route[] = [
	{
		method: 'post',
		path: '/onlineagent/:agentId/resetskill/:autoflag',
		operation: 'resetSkill',
		run: command((agent, { gateway, path, query }) => gateway.resetSkills(agent, path.autoflag === 'true' ? undefined : (query.skillid ?? ''))),
	},
	{
		method: 'get',
		path: '/onlineagent/:agentId/agentskills',
		operation: 'queryAgentSkills',
		run: signedIn((_agent, _session, { gateway }) => ({ result: gateway.options.skills.map(({ id, name }) => ({ name, id, mediatype: 5 })) })),
	},
	{
		method: 'get',
		path: '/onlineagent/:agentId/agentstatus',
		operation: 'agentStatus',
		run: signedIn(({ work }) => ({ result: { agentState: work.current, isWorking: work.current === AGENT_STATE.wrapUp } })),
	},
	{
		method: 'post',
		path: '/onlineagent/:agentId/saybusy',
		operation: 'sayBusy',
		run: command((agent, { query }) => agent.work.sayBusy(readBusyReason(agent, query))),
	},
	{ method: 'post', path: '/onlineagent/:agentId/sayfree', operation: 'sayFree', run: command(({ work }) => work.sayFree()) },
	{ method: 'post', path: '/onlineagent/:agentId/cancelbusy', operation: 'cancelBusy', run: command(({ work }) => work.cancelBusy()) },
	{
		method: 'post',
		path: '/onlineagent/:agentId/rest/:time/:restCause',
		operation: 'rest',
		run: command(({ work }, { path, query }) => {
			const seconds = Number(demanded(path.time, /^\d{1,5}$/, 'time must be 1 to 86399'));
			const cause = Number(demanded(path.restCause, /^\d{1,3}$/, 'restcause must be 0 to 255'));
			if (seconds < 1 || seconds > 86_399 || cause > 255) throw new Refusal('000-002', 'time must be 1 to 86399, restcause 0 to 255');
			if (work.current === AGENT_STATE.rest) demanded(query.prolong, /^(true|false)$/, 'prolong is mandatory during a rest');
			work.rest(seconds);
		}),
	},
	{ method: 'post', path: '/onlineagent/:agentId/cancelrest', operation: 'cancelRest', run: command(({ work }) => work.cancelRest()) },
	{ method: 'post', path: '/onlineagent/:agentId/work', operation: 'work', run: command(({ work }) => work.work()) },
	{ method: 'post', path: '/onlineagent/:agentId/cancelwork', operation: 'cancelWork', run: command(({ work }) => work.cancelWork()) },
	{
		method: 'post',
		path: '/onlineagent/:agentId/autoanswer/:isAutoAnswer',
		operation: 'autoAnswer',
		run: command((agent, { path }) => {
			agent.answersByItself = demanded(path.isAutoAnswer, /^(true|false)$/, 'the flag must be true or false') === 'true';
		}),
	},
];

/** Both parameters are mandatory when the agent is busy already. */
function readBusyReason({ work }: Agent, { reason, prolong }: Record<string, string>): string {
	const known = /^(0|2[0-4]\d|250)$/.test(reason ?? '0') && /^(true|false)$/.test(prolong ?? 'true');
	const missing = reason === undefined || prolong === undefined;
	if (!known || (missing && work.current === AGENT_STATE.busy)) {
		throw new Refusal('000-002', 'reason must be 0 or 200 to 250, prolong true or false');
	}
	return reason ?? '0';
}
