import type { ApiRequest, BaiyingApis, Job } from './api';
import type { Callback, CallbackKind } from './callbacks';
import type { Campaign, CampaignOrder, RunningCampaign } from './campaign';
import type { Begun, DeliverOptions, Delivery } from './deliveries';
import type { Fields } from './legacyBodies';

export interface BaiyingState {
	/** Oldest first. */
	deliveries: Delivery[];
	/** Oldest first. */
	campaigns: Campaign[];
}

/** Baiying: its two APIs, the robots that call, and the callbacks. */
export interface BaiyingVendor {
	/** Serves the APIs, the recordings and the control interface, see `createApp`. */
	url: string;
	port: number;
	/** Where the open platform issues tokens. */
	tokenUrl: string;
	/** What the APIs know: jobs, tokens, and the seeds that exist from the start. */
	apis: BaiyingApis;
	/** Requests to the APIs that were admitted, oldest first. */
	admitted(): ApiRequest[];
	/** Jobs that were created through the APIs, oldest first. */
	jobs(): Job[];
	/** A callback of this kind with sample content; `overrides` are laid over the inner `data`. */
	callback(kind: CallbackKind, overrides?: Fields): Callback;
	/** Sends a callback until it is acknowledged or the retry plan ends. The token belongs in the URL. */
	deliver(targetUrl: string, callback: Callback, options?: DeliverOptions): Promise<Delivery>;
	/** Like `deliver`, but with a sample callback, and returns at once. */
	begin(targetUrl: string, kind: CallbackKind, overrides?: Fields, options?: DeliverOptions): Begun;
	/** Sends the same callback once more, as if the answer had been lost. Undefined when the delivery does not exist. */
	resend(deliveryId: string): Promise<Delivery | undefined>;
	/** The robot calls the customers; resolves after the last callback is acknowledged or given up. */
	runCampaign(order: CampaignOrder): Promise<Campaign>;
	/** Like `runCampaign`, but returns at once. */
	beginCampaign(order: CampaignOrder): RunningCampaign;
	/** Ready for JSON. */
	state(): BaiyingState;
	/** Ends all calls and deliveries and forgets them. */
	reset(): void;
	/** Ends all calls and deliveries and stops listening. */
	close(): Promise<void>;
}
