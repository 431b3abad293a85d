import axios, { type AxiosResponse } from 'axios';

export interface AgentEventBody {
	eventType: string;
	eventGenTime?: number;
	workNo: string;
	content: unknown;
}

export interface GatewayBody {
	message: string;
	retcode: string;
	result?: unknown;
	event?: AgentEventBody;
}

export type GatewayResponse = AxiosResponse<GatewayBody>;
type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** A minimal agent's client: it keeps the guid and the cookies. */
export class AgentClient {
	guid = '';
	cookie = '';
	readonly events: AgentEventBody[] = [];

	constructor(
		private readonly baseUrl: string,
		readonly agentId = '291',
		private readonly phoneNumber = '40038',
	) {}

	async send(method: Method, path: string, data?: unknown, signal?: AbortSignal): Promise<GatewayResponse> {
		const response = await axios.request<GatewayBody>({
			method,
			url: `${this.baseUrl}/agentgateway/resource${path}`,
			data,
			signal,
			validateStatus: () => true,
			headers: {
				'Content-Type': 'application/json; charset=UTF-8',
				...(this.guid && { Guid: this.guid }),
				...(this.cookie && { Cookie: this.cookie }),
			},
		});
		this.remember(response);
		return response;
	}

	async retcode(method: Method, path: string, data?: unknown): Promise<string> {
		return (await this.send(method, path, data)).data.retcode;
	}

	async signIn(body: object = {}): Promise<GatewayResponse> {
		return await this.send('PUT', `/onlineagent/${this.agentId}`, this.signInBody(body));
	}

	async forceSignIn(body: object = {}): Promise<GatewayResponse> {
		return await this.send('PUT', `/onlineagent/${this.agentId}/forcelogin`, this.signInBody(body));
	}

	async callOut(body: object): Promise<GatewayResponse> {
		return await this.send('PUT', `/voicecall/${this.agentId}/callout`, body);
	}

	async poll(signal?: AbortSignal): Promise<GatewayResponse> {
		const response = await this.send('GET', `/agentevent/${this.agentId}`, undefined, signal);
		if (response.data.event) this.events.push(response.data.event);
		return response;
	}

	/** Polls until the event comes; fails on an error and after `polls` answers. */
	async pollUntil(eventType: string, polls = 30): Promise<AgentEventBody> {
		for (let count = 0; count < polls; count += 1) {
			const { data } = await this.poll();
			if (data.retcode !== '0') throw new Error(`The poll was answered ${data.retcode}`);
			if (data.event?.eventType === eventType) return data.event;
		}
		throw new Error(`No ${eventType} within ${polls} polls`);
	}

	eventTypes(): string[] {
		return this.events.map(({ eventType }) => eventType);
	}

	private signInBody(changes: object): object {
		return { password: 'sandbox-agent-password', phonenum: this.phoneNumber, ...changes };
	}

	private remember(response: GatewayResponse): void {
		const guid: unknown = response.headers['set-guid'];
		if (typeof guid === 'string') this.guid = guid.replace('JSESSIONID=', '');
		const cookies = response.headers['set-cookie'];
		if (cookies) this.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
	}
}
