import type { IDataObject } from 'n8n-workflow';
import { demoAccount, type Account, type User } from '../../../sandbox/alibaba/account';
import type { World } from '../../../sandbox/world';
import { GROUP, type Center, type Dialed } from '../../sandbox/alibaba/center';
import { eventually } from '../../sandbox/alibaba/eventually';

export const CUSTOMER = '13720000000';
export const SALES = '13918140000';
const CONSULTED = '13800000000';
const MONTH_MS = 30 * 86_400_000;

/** A phone that answers at once, and talks until somebody else hangs up. */
const PATIENT = { ringMs: 0, talkMs: 10_000_000 };
/** One that answers at once, and soon hangs up. */
export const BRIEF = { ringMs: 0, talkMs: 500 };

/** What has to exist before an action can act; `place` is 0 for the first item and 1 for the second. */
export type Given = (center: Center, world: World, place: number) => Promise<IDataObject>;

/** The demo account with more people, because an agent can only be in one call. */
export function accountOfCases(): Account {
	const account = demoAccount();
	const [instance] = account.instances;
	if (!instance) throw new Error('no instance');
	const [first] = instance.users;
	Object.assign(first, { displayName: 'Li', extension: '80320001' });
	const more = ['agent2', 'agent3', 'supervisor', 'supervisor2'].map(
		(name, index): User => ({ ...first, id: `${name}@ccc-test`, displayName: name, extension: `8032001${index}` }),
	);
	instance.users.push(...more);
	return account;
}

export const userAt = (place: number) => ['agent@ccc-test', 'user-test@ccc-test'][place] ?? '';

export const signedIn: Given = async (center, _world, place) => {
	await center.ready(userAt(place));
	return {};
};

async function talkingTo(center: Center, world: World, UserId: string): Promise<IDataObject> {
	world.phones.setBehaviour(CUSTOMER, PATIENT);
	await center.ready(UserId);
	const { jobId, own, customer } = await center.dial({ UserId });
	await eventually(() => center.vendor.calls().some((call) => call.jobId === jobId && call.channels[1]?.state === 'ANSWERED'));
	return { jobId, own, channelId: customer };
}

export const agentCall: Given = async (center, world, place) => await talkingTo(center, world, userAt(place));

export const dialing: Given = async (center, world, place) => {
	world.phones.setBehaviour(CUSTOMER, { answer: 'noAnswer' });
	await center.ready(userAt(place));
	await center.dial({ UserId: userAt(place), TimeoutSeconds: '300' });
	return {};
};

async function doubleCall(center: Center): Promise<IDataObject> {
	const { Data } = await center.ask('StartBack2BackCall', { Caller: SALES, Callee: CUSTOMER, Broker: '01021570000' });
	const { JobId, ChannelContexts } = (Data as Dialed).CallContext;
	return { jobId: JobId, channelId: ChannelContexts[1]?.ChannelId };
}

/** A double call that goes on; `channelId` is the customer's. */
export const runningCall: Given = async (center, world) => {
	for (const phone of [SALES, CUSTOMER]) world.phones.setBehaviour(phone, PATIENT);
	return await doubleCall(center);
};

/** A double call that was answered and is over. */
export const endedCall: Given = async (center) => {
	const call = await doubleCall(center);
	await eventually(() => center.isQuiet());
	return call;
};

/** A call that led into a contact flow and is over. */
export const surveyedCall: Given = async (center, world) => {
	world.phones.setBehaviour(CUSTOMER, BRIEF);
	const { Data } = await center.ask('StartPredictiveCall', { Caller: '01021570000', Callee: CUSTOMER, ContactFlowId: 'main-flow-1' });
	await eventually(() => center.isQuiet());
	return { jobId: (Data as Dialed).CallContext.JobId };
};

/** Only once, because the action lists everything. */
export function once(given: Given): Given {
	return async (center, world, place) => (place === 0 ? await given(center, world, place) : {});
}

/** A call in which this has been done. */
function after(action: string, params: (call: IDataObject) => Record<string, string>): Given {
	return async (center, world, place) => {
		const call = await agentCall(center, world, place);
		await center.ask(action, { JobId: String(call.jobId), UserId: userAt(place), ...params(call) });
		return call;
	};
}

const customerChannel = ({ channelId }: IDataObject) => ({ ChannelId: String(channelId) });
export const heldCall = after('HoldCall', customerChannel);
export const mutedCall = after('MuteCall', customerChannel);

/** The customer is brief the next time. */
export const releasedCall: Given = async (center, world, place) => {
	const call = await after('ReleaseCall', () => ({}))(center, world, place);
	world.phones.setBehaviour(CUSTOMER, BRIEF);
	return call;
};

export const consultation: Given = async (center, world, place) => {
	world.phones.setBehaviour(CONSULTED, PATIENT);
	const call = await after('InitiateAttendedTransfer', () => ({ Transferee: CONSULTED }))(center, world, place);
	await eventually(() => center.vendor.calls().some(({ jobId, channels }) => jobId === call.jobId && channels[2]?.state === 'ANSWERED'));
	return call;
};

/** A colleague calls the agent, whose phone rings. */
export const ringingCall: Given = async (center, world, place) => {
	const Callee = ['80320001', '80011475'][place] ?? '';
	const UserId = ['agent2@ccc-test', 'agent3@ccc-test'][place] ?? '';
	world.phones.setBehaviour(Callee, { answer: 'noAnswer' });
	await center.ready(userAt(place));
	await center.ready(UserId);
	const { jobId } = await center.dial({ UserId, Callee, TimeoutSeconds: '300' });
	return { jobId };
};

export const supervisedCall: Given = async (center, world, place) => {
	const agentId = ['agent2@ccc-test', 'agent3@ccc-test'][place] ?? '';
	const userId = ['supervisor@ccc-test', 'supervisor2@ccc-test'][place] ?? '';
	await center.ready(userId);
	return { ...(await talkingTo(center, world, agentId)), agentId, userId };
};

export const monitoredCall: Given = async (center, world, place) => {
	const call = await supervisedCall(center, world, place);
	await center.ask('MonitorCall', { MonitoredUserId: String(call.agentId), UserId: String(call.userId) });
	return call;
};

async function created(center: Center, world: World): Promise<string> {
	const { Data } = await center.ask('CreateCampaign', {
		Name: 'Renewals November',
		QueueId: GROUP,
		ContactFlowId: 'main-flow-1',
		StartTime: String(world.clock.now() - 60_000),
		EndTime: String(world.clock.now() + MONTH_MS),
		CallableTime: '[{"beginTime":"00:00:00","endTime":"23:59:59"}]',
		StrategyType: 'PACING',
		StrategyParameters: '{"ratio":1}',
		MaxAttemptCount: '0',
		MinAttemptInterval: '1',
	});
	return Data as string;
}

/** A campaign with which this was done, and times around the present. */
export function campaign(...actions: string[]): Given {
	return async (center, world) => {
		const campaignId = await created(center, world);
		for (const action of actions) await center.ask(action, { CampaignId: campaignId });
		return { campaignId, ...around(world) };
	};
}

function around(world: World): IDataObject {
	const [from, to] = [-MONTH_MS, MONTH_MS].map((offset) => new Date(world.clock.now() + offset).toISOString());
	return { from, to };
}

export const onePausedCampaign: Given = async (center, world, place) => ({
	...around(world),
	...(await once(campaign('SubmitCampaign', 'PauseCampaign'))(center, world, place)),
});

/** Once the customer of a campaign talks to the agent. */
async function agentHangsUp(center: Center): Promise<void> {
	const talking = () => center.vendor.calls().find(({ channels }) => channels.some(({ userId, state }) => userId !== '' && state === 'ANSWERED'));
	await eventually(() => talking() !== undefined);
	await center.ask('ReleaseCall', { JobId: talking()?.jobId ?? '', UserId: 'agent@ccc-test' });
}

/** A campaign that has called the customer. */
export function called(answer: 'answers' | 'emptyNumber'): Given {
	return async (center, world, place) => {
		world.phones.setBehaviour(CUSTOMER, { ...PATIENT, answer });
		await center.ready('agent@ccc-test');
		const given = await campaign()(center, world, place);
		const CampaignId = String(given.campaignId);
		await center.ask('AddCases', { CampaignId, CaseList: `[{"PhoneNumber":"${CUSTOMER}"}]` });
		await center.ask('SubmitCampaign', { CampaignId });
		if (answer === 'answers') await agentHangsUp(center);
		await eventually(() => center.vendor.state().campaigns.some(({ campaignId, state }) => campaignId === CampaignId && state === 'Completed'));
		const [row] = await center.rows<{ CaseId: string }>('ListCases', { CampaignId });
		return { ...given, caseId: row?.CaseId ?? '', jobId: center.vendor.calls().at(-1)?.jobId ?? '' };
	};
}

export const doNotCall: Given = async (center) => {
	await center.ask('ImportDoNotCallNumbers', { NumberList: `["${CUSTOMER}"]`, Remark: 'Asked not to be called' });
	return {};
};
