import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import type { World } from '../../../sandbox/world';
import { call, type Envelope } from './request';

export const AGENT = 'agent@ccc-test';
export const SECOND = 'user-test@ccc-test';
export const GROUP = 'sales@ccc-test';

export interface ChannelContext {
	ChannelId: string;
	ChannelState: string;
	ChannelFlags: string;
	Destination: string;
	UserId: string;
}

export interface Dialed {
	CallContext: { JobId: string; ChannelContexts: ChannelContext[] };
	UserContext: { UserState: string };
}

/** The vendor, asked as an agent would ask it. */
export class Center {
	constructor(readonly vendor: AlibabaVendor) {}

	static async open(world: World): Promise<Center> {
		return new Center(await startAlibaba(world, { quirks: 'clean' }));
	}

	async ask(action: string, params: Record<string, string> = {}, method: 'GET' | 'POST' = 'POST'): Promise<Envelope> {
		const { data } = await call(this.vendor.url, action, { InstanceId: 'ccc-test', ...params }, { method });
		return data;
	}

	/** Signs in and is ready. */
	async ready(UserId = AGENT): Promise<void> {
		await this.ask('SignInGroup', { UserId, DeviceId: 'device', SignedSkillGroupIdList: `["${GROUP}"]` });
		await this.ask('ReadyForService', { UserId });
	}

	async dial(more: Record<string, string> = {}): Promise<{ jobId: string; own: string; customer: string; state: string }> {
		const answer = await this.ask('MakeCall', { UserId: AGENT, Caller: '01021570000', Callee: '13720000000', ...more });
		const { CallContext, UserContext } = answer.Data as Dialed;
		const { JobId, ChannelContexts } = CallContext;
		const [own = '', customer = ''] = ChannelContexts.map(({ ChannelId }) => ChannelId);
		return { jobId: JobId, own, customer, state: UserContext.UserState };
	}

	async state(UserId = AGENT): Promise<string> {
		const { Data } = await this.ask('PollUserStatus', { UserId });
		return (Data as { UserContext: { UserState: string } }).UserContext.UserState;
	}

	async rows<Row>(action: string, params: Record<string, string> = {}, method: 'GET' | 'POST' = 'POST'): Promise<Row[]> {
		const { Data } = await this.ask(action, { PageNumber: '1', PageSize: '100', ...params }, method);
		return (Data as { List: Row[] }).List;
	}

	/** Whether no call goes on. */
	isQuiet(): boolean {
		return this.vendor.calls().every(({ endedAt }) => endedAt !== undefined);
	}
}
