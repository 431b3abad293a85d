import { listenOnBoth } from '../../vendorServer';
import type { World } from '../../world';
import type { AiccCall, CallOrder } from './call';
import { Callbacks, type SentCallback } from './callbacks';
import { Calls } from './calls';
import { DEFAULT_AICC_OPTIONS, type AiccOptions } from './options';
import { createApp, type AiccRequest } from './server';
import { TokenOffice } from './tokens';

export { behavesAtAicc } from './behaviours';
export type { AiccCall } from './call';
export type { SentCallback } from './callbacks';
export type { AiccOptions } from './options';
export type { AiccRequest } from './server';
export { callbackSignature } from './signature';

export interface AiccState {
	calls: AiccCall[];
	requests: AiccRequest[];
	callbacks: SentCallback[];
}

/** The running AICC: two-party calls and voice notifications, without an agent. */
export interface AiccVendor {
	/** The base URL for the credential. */
	url: string;
	port: number;
	/** The same with TLS. */
	httpsUrl: string;
	options: AiccOptions;
	tokens: TokenOffice;
	/** What Huawei reports by itself: the addresses of the console, and what was sent. */
	callbacks: Callbacks;
	/** The requests that were admitted, oldest first. */
	requests: AiccRequest[];
	/** Oldest first. */
	calls(): AiccCall[];
	/** A call that nobody asked for through the interfaces; resolves when it has ended. */
	place(order: CallOrder): Promise<AiccCall>;
	/** Ready for JSON. */
	state(): AiccState;
	/** Ends all calls and forgets everything. */
	reset(): void;
	close(): Promise<void>;
}

/** Starts AICC on loopback. */
export async function startAicc(world: World, given: Partial<AiccOptions> = {}): Promise<AiccVendor> {
	const options = { ...DEFAULT_AICC_OPTIONS, ...given };
	const callbacks = new Callbacks(options.appSecret, world.clock);
	const calls = new Calls(world, callbacks, options.setupStepMs);
	const tokens = new TokenOffice(options, world.clock);
	const requests: AiccRequest[] = [];
	const server = await listenOnBoth(createApp({ world, calls, tokens, options, log: requests }), options);
	return {
		url: server.url,
		port: server.port,
		httpsUrl: server.httpsUrl,
		options,
		tokens,
		callbacks,
		requests,
		calls: () => calls.list(),
		place: async (order) => await calls.place(order),
		state: () => ({ calls: calls.list(), requests: [...requests], callbacks: [...callbacks.sent] }),
		reset() {
			calls.reset();
			tokens.reset();
			callbacks.reset();
			requests.length = 0;
		},
		async close() {
			calls.reset();
			await server.close();
		},
	};
}
