import express, { type Request, type Response } from 'express';
import { setTimeout as wait } from 'node:timers/promises';
import type { ActionFacts } from '../../catalogue/facts';
import type { Fault } from '../faults';
import { endsAfter, endsBefore } from '../strike';
import { listenOnBoth, type VendorServer } from '../vendorServer';
import type { World } from '../world';
import { demoAccount, type Account } from './account';
import { ACTIONS, perform } from './actions';
import { failure, success, type Answer, type AnswerOptions } from './answers';
import type { PlacedCall, Survey } from './call';
import type { CallRecord } from './callRecord';
import type { CampaignView } from './campaigns/campaigns';
import type { CallCenter } from './center';
import { CccError, GatewayError } from './errors';
import type { Pressed } from './exchange';
import { Gateway } from './gateway';
import type { Ivr } from './ivr';
import { openCenter } from './openCenter';
import type { AlibabaOptions } from './options';
import { DOCUMENTED_STYLES } from './quirks';
import { RateLimit } from './rateLimit';
import { Recordings } from './recordings';
import { faultError, throttled } from './vendorFaults';

/** A request that was refused, and why. `at` is vendor time. */
export interface RefusedRequest {
	action: string;
	code: string;
	reason: string;
	at: number;
}

export interface AlibabaState {
	url: string;
	requests: number;
	refused: RefusedRequest[];
	calls: PlacedCall[];
	pressed: Pressed[];
	surveys: Survey[];
	campaigns: CampaignView[];
}

/** A request that passed the gateway. */
export interface AdmittedLog {
	action: string;
	params: Record<string, string>;
}

const KEPT_REFUSALS = 1000;
const KEPT_REQUESTS = 10_000;
const LARGEST_BODY = '10mb';

/**
 * Alibaba Cloud Call Center (CCC, version 2020-07-01) on loopback: one endpoint, `POST /`, ACS3-HMAC-SHA256.
 * All actions of the API are admitted as they are described; see BEHAVIOR for those that have a life of their own.
 */
export async function startAlibaba(world: World, options: AlibabaOptions = {}): Promise<AlibabaVendor> {
	const vendor = new AlibabaVendor(world, options);
	await vendor.open();
	return vendor;
}

export class AlibabaVendor {
	private readonly account: Account;
	private readonly center: CallCenter;
	/** Call records of calls that were never placed here. A test may add some and change them. */
	readonly records: CallRecord[];
	readonly recordings: Recordings;
	private readonly gateway: Gateway;
	private readonly rateLimit: RateLimit;
	private readonly throttling: { throttleStatus: 400 | 429; retryAfterMs?: number };
	private server?: VendorServer;
	private received = 0;
	private refusals: RefusedRequest[] = [];
	private log: AdmittedLog[] = [];

	constructor(
		private readonly world: World,
		private readonly options: AlibabaOptions,
	) {
		this.account = options.account ?? demoAccount();
		this.recordings = new Recordings(world.clock, () => this.url, options.recordingLagMs);
		this.center = openCenter(world, this.account, { recordings: this.recordings, recordLagMs: options.recordLagMs });
		this.records = this.center.added;
		this.gateway = new Gateway(this.account.key, ACTIONS, world.clock);
		this.rateLimit = new RateLimit(options.requestsPerSecond ?? Infinity);
		this.throttling = {
			throttleStatus: options.throttleStatus ?? 429,
			retryAfterMs: options.retryAfterMs,
		};
	}

	get url(): string {
		return this.server?.url ?? '';
	}

	/** The same with TLS. */
	get httpsUrl(): string {
		return this.server?.httpsUrl ?? '';
	}

	/** The certificate of `httpsUrl` as PEM, for clients that should trust it. */
	get certificate(): string {
		return this.server?.certificate ?? '';
	}

	/** How many requests came in, refused ones included. */
	get requests(): number {
		return this.received;
	}

	/** The latest 10,000 requests that passed the gateway, oldest first. */
	admitted(): AdmittedLog[] {
		return [...this.log];
	}

	/** All calls that were placed, oldest first. */
	calls(): PlacedCall[] {
		return this.center.exchange.calls();
	}

	/** All keys that were sent into calls, oldest first. */
	pressed(): Pressed[] {
		return this.center.exchange.pressed();
	}

	surveys(): Survey[] {
		return this.center.exchange.surveys();
	}

	/** The numbers that an instance must not call. */
	doNotCallNumbers(instanceId: string): string[] {
		return [...this.center.doNotCall.of(instanceId).keys()];
	}

	/** The latest 1000 refused requests, oldest first. */
	refused(): RefusedRequest[] {
		return [...this.refusals];
	}

	/** What customers press in a contact flow. */
	get ivr(): Ivr {
		return this.center.ivr;
	}

	state(): AlibabaState {
		return {
			url: this.url,
			requests: this.requests,
			refused: this.refused(),
			calls: this.calls(),
			pressed: this.pressed(),
			surveys: this.surveys(),
			campaigns: this.center.campaigns.views(),
		};
	}

	/** Ends all calls and forgets everything that happened. */
	reset(): void {
		this.stopAll();
		this.recordings.reset();
		this.received = 0;
		this.refusals = [];
		this.log = [];
		this.records.length = 0;
	}

	async open(): Promise<void> {
		const app = express();
		app.disable('x-powered-by');
		this.recordings.serve(app);
		app.use(express.raw({ type: () => true, limit: LARGEST_BODY }));
		app.use(async (request, response) => await this.handle(request, response));
		const { port = 0, httpsPort = 0 } = this.options;
		this.server = await listenOnBoth(app, { port, httpsPort });
	}

	/** Ends all calls and stops listening. */
	async close(): Promise<void> {
		this.stopAll();
		await this.server?.close();
	}

	private stopAll(): void {
		const { campaigns, exchange, desks, doNotCall, ivr } = this.center;
		for (const part of [campaigns, exchange, desks, doNotCall, ivr]) part.reset();
	}

	private async handle(request: Request, response: Response): Promise<void> {
		const options = this.answerOptions(request);
		this.received += 1;
		if (this.options.latencyMs) await wait(this.options.latencyMs);
		try {
			await this.serve(request, response, options);
		} catch (error) {
			this.noteRefusal(request, error);
			send(response, failure(error, options));
		}
	}

	private async serve(request: Request, response: Response, options: AnswerOptions): Promise<void> {
		const { facts, params, signedAt } = this.gateway.admit({
			method: request.method,
			url: request.originalUrl,
			headers: request.headers,
			body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
		});
		if (!this.rateLimit.admits()) throw throttled(this.throttling);
		const fault = this.world.faults.strike('alibaba', facts.name, params, signedAt);
		this.note({ action: facts.name, params });
		if (fault && this.strikeBefore(fault, response)) return;
		const answer = this.perform(request, facts, params, options);
		if (fault && (await this.strikeAfter(fault, response))) return;
		send(response, answer);
	}

	private perform(
		request: Request,
		facts: ActionFacts,
		params: Record<string, string>,
		options: AnswerOptions,
	): Answer {
		try {
			return success(perform(this.center, facts, params), options);
		} catch (error) {
			this.noteRefusal(request, error);
			return failure(error, options);
		}
	}

	/** Whether the request ends here, before any work. */
	private strikeBefore(fault: Fault, response: Response): boolean {
		if (endsBefore(fault, response)) return true;
		const error = fault.kind === 'errorAfter' ? undefined : faultError(fault.kind, this.throttling);
		if (error) throw error;
		return false;
	}

	/** Whether the answer has been dealt with, the work being done. */
	private async strikeAfter(fault: Fault, response: Response): Promise<boolean> {
		if (await endsAfter(fault, response)) return true;
		const error = faultError(fault.kind, this.throttling);
		if (error) throw error;
		return false;
	}

	private answerOptions(request: Request): AnswerOptions {
		const quirks = this.options.quirks ?? 'documented';
		const inTurn = DOCUMENTED_STYLES[this.received % DOCUMENTED_STYLES.length] ?? 'clean';
		return {
			style: quirks === 'documented' ? inTurn : quirks,
			errorsInHttp200: this.options.errorsInHttp200 ?? false,
			host: request.headers.host ?? '',
		};
	}

	private note(admitted: AdmittedLog): void {
		this.log.push(admitted);
		if (this.log.length > KEPT_REQUESTS) this.log.shift();
	}

	private noteRefusal(request: Request, error: unknown): void {
		if (!(error instanceof GatewayError || error instanceof CccError)) return;
		const action = request.headers['x-acs-action'];
		this.refusals.push({
			action: String(action ?? ''),
			code: error.code,
			reason: error.message,
			at: this.world.clock.now(),
		});
		if (this.refusals.length > KEPT_REFUSALS) this.refusals.shift();
	}
}

function send(response: Response, { status, headers = {}, body }: Answer): void {
	response.status(status).set(headers).json(body);
}
