import { allCallIds, appData, callInfo, lastCallInfo, setCallData, waitingInfo } from './callData';
import { Refusal } from './retcodes';
import { command, demanded, signedIn, type Route } from './route';
import { readTransfer } from './transferRequest';
import { textOf } from './values';

const CALL_ID = /^[\w-]{1,64}$/;
const MAX_DATA_BYTES = 16 * 1024;

/** What an agent does with calls: `/voicecall/{agentid}/…`. */
const voiceRoutes: readonly Route[] = [
	{
		method: 'put',
		path: '/voicecall/:agentId/callout',
		operation: 'callout',
		run: signedIn((agent, _session, { gateway, body }) => ({ result: gateway.callOut(agent, body) })),
	},
	{
		method: 'put',
		path: '/voicecall/:agentId/callinner',
		operation: 'callInner',
		run: signedIn((agent, _session, { gateway, body }) => ({ result: gateway.callAgent(agent, body) })),
	},
	{ method: 'put', path: '/voicecall/:agentId/answer', operation: 'answer', run: command(({ line }, { query }) => line.answer(query.callid)) },
	{ method: 'delete', path: '/voicecall/:agentId/release', operation: 'release', run: command(({ line }) => line.hangUp()) },
	{
		method: 'post',
		path: '/voicecall/:agentId/dropcall/:callId',
		operation: 'dropCall',
		run: command(({ line }, { path }) => line.drop(path.callId ?? '', 'agentHungUp')),
	},
	{ method: 'post', path: '/voicecall/:agentId/hold', operation: 'hold', run: command(({ line }) => line.hold()) },
	{ method: 'post', path: '/voicecall/:agentId/gethold', operation: 'getHold', run: command(({ line }, { query }) => line.retrieve(query.callid)) },
	{ method: 'post', path: '/voicecall/:agentId/beginmute', operation: 'beginMute', run: command(({ line }) => line.setMuted(true)) },
	{ method: 'post', path: '/voicecall/:agentId/endmute', operation: 'endMute', run: command(({ line }) => line.setMuted(false)) },
	{ method: 'post', path: '/voicecall/:agentId/transfer', operation: 'transfer', run: command(({ line }, { body }) => line.transfer(readTransfer(body))) },
	{ method: 'post', path: '/voicecall/:agentId/canceltransfer', operation: 'cancelTransfer', run: command(({ line }) => line.cancelTransfer()) },
	{
		method: 'post',
		path: '/voicecall/:agentId/confjoin',
		operation: 'confJoin',
		run: command(({ line }, { body }) => {
			const callId = demanded(textOf(body.callid), CALL_ID, 'callid is missing');
			if (Buffer.byteLength(textOf(body.callappdata)) > MAX_DATA_BYTES) throw new Refusal('000-002', 'callappdata must not exceed 16 KB');
			line.join(callId);
		}),
	},
	{
		method: 'post',
		path: '/voicecall/:agentId/seconddialex',
		operation: 'secondDialEx',
		run: command((agent, { gateway, query }) => gateway.pressKeys(agent, query.number ?? '')),
	},
];

/** What is known about calls: `/calldata/{agentid}/…`. */
const dataRoutes: readonly Route[] = [
	{ method: 'put', path: '/calldata/:agentId/setcalldataex', operation: 'setCallDataEx', run: command((agent, { body }) => setCallData(agent, body)) },
	{
		method: 'get',
		path: '/calldata/:agentId/appdata',
		operation: 'queryCallAppData',
		run: signedIn((agent, _session, { query }) => ({ result: appData(agent, query.callId ?? '', query.isEncodeResult === 'true') })),
	},
	{
		method: 'get',
		path: '/calldata/:agentId/waitcallinfo/:skillId',
		operation: 'queryWaitCallInfoBySkillId',
		run: signedIn((_agent, _session, { gateway, path }) => {
			const skillId = demanded(path.skillId, /^\d+$/, 'skillid must be an integer');
			return { result: gateway.waitingFor(skillId).map((call) => waitingInfo(call, gateway.options)) };
		}),
	},
	{
		method: 'get',
		path: '/calldata/:agentId/callinfobycallid/:callId',
		operation: 'callInfo',
		run: signedIn((agent, _session, { gateway, path }) => ({ result: callInfo(agent, path.callId ?? '', gateway.options) })),
	},
	{
		method: 'get',
		path: '/calldata/:agentId/callinfo',
		operation: 'callInfo',
		run: signedIn((agent, _session, { gateway, query }) => ({ result: lastCallInfo(agent, query.isNoContainLastCall === 'true', gateway.options) })),
	},
	{ method: 'get', path: '/calldata/:agentId/allcallid', operation: 'allCallId', run: signedIn((agent) => ({ result: allCallIds(agent) })) },
];

export const callRoutes = [...voiceRoutes, ...dataRoutes];
