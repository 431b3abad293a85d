import type { ActionFacts } from '../../catalogue/facts';
import type { Clock } from '../clock';
import { admitted } from './admission';
import { GatewayError, missingParameter } from './errors';
import {
	formParameters,
	isSignedBy,
	parseAuthorization,
	queryParameters,
	type Authorization,
	type ReceivedRequest,
} from './signature';

/** A request that passed the gateway. */
export interface AdmittedRequest {
	facts: ActionFacts;
	params: Record<string, string>;
	/** The time of its signature, to the second; ms since the epoch. */
	signedAt: number;
}

export interface AccessKey {
	accessKeyId: string;
	accessKeySecret: string;
	/** The one STS token that is accepted; a request without a token is accepted as well. */
	securityToken: string;
}

const VERSION = '2020-07-01';
const WINDOW_MS = 15 * 60 * 1000;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * The checks that Alibaba Cloud's API gateway makes before a product sees a request:
 * action, time stamp (within 15 minutes, wall clock), access key, STS token, signature, nonce, and the parameters as the API is described.
 */
export class Gateway {
	/** Nonce -> the wall-clock time until which it may not come again. */
	private readonly nonces = new Map<string, number>();

	constructor(
		private readonly key: AccessKey,
		private readonly actions: ReadonlyMap<string, ActionFacts>,
		private readonly clock: Pick<Clock, 'wall'>,
	) {}

	/** Throws a `GatewayError` when the request is refused. */
	admit(request: ReceivedRequest): AdmittedRequest {
		const action = header(request, 'x-acs-action') ?? '';
		const facts = this.findAction(action, request);
		const given = { query: readParameters(() => queryParameters(request.url)), formData: readParameters(() => formParameters(request)) };
		const authorization = this.readAuthorization(request);
		const signedAt = readDate(header(request, 'x-acs-date'), this.clock.wall());
		this.checkSecurityToken(header(request, 'x-acs-security-token'));
		if (!isSignedBy(this.key.accessKeySecret, request, authorization)) throw signatureMismatch();
		this.useNonce(header(request, 'x-acs-signature-nonce'));
		return { facts, params: admitted(facts, given), signedAt };
	}

	private findAction(action: string, request: ReceivedRequest): ActionFacts {
		if (action === '') throw missingParameter('Action');
		const version = header(request, 'x-acs-version');
		if (!version) throw missingParameter('Version');
		const facts = this.actions.get(action);
		const isRoot = /^\/(\?|$)/.test(request.url);
		if (!facts || facts.method !== request.method || version !== VERSION || !isRoot) {
			throw new GatewayError(
				404,
				'InvalidApi.NotFound',
				'Specified api is not found, please check your url and method.',
			);
		}
		return facts;
	}

	private readAuthorization(request: ReceivedRequest): Authorization {
		const authorization = parseAuthorization(request.headers.authorization);
		if (!authorization) {
			throw new GatewayError(
				400,
				'IncompleteSignature',
				'The request signature does not conform to Aliyun standards.',
			);
		}
		if (authorization.accessKeyId !== this.key.accessKeyId) {
			throw new GatewayError(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
		}
		return authorization;
	}

	private checkSecurityToken(token: string | undefined): void {
		if (token === undefined || token === this.key.securityToken) return;
		throw new GatewayError(400, 'InvalidSecurityToken.Expired', 'Specified SecurityToken is expired.');
	}

	private useNonce(nonce: string | undefined): void {
		if (!nonce) throw missingParameter('SignatureNonce');
		this.forgetOldNonces();
		if (this.nonces.has(nonce)) {
			throw new GatewayError(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.');
		}
		this.nonces.set(nonce, this.clock.wall() + WINDOW_MS);
	}

	private forgetOldNonces(): void {
		for (const [nonce, until] of this.nonces) {
			if (until > this.clock.wall()) return;
			this.nonces.delete(nonce);
		}
	}
}

function readDate(date: string | undefined, now: number): number {
	if (!date || !DATE.test(date) || Number.isNaN(Date.parse(date))) {
		throw new GatewayError(
			400,
			'InvalidTimeStamp.Format',
			'Specified time stamp or date value is not well formatted.',
		);
	}
	if (Math.abs(now - Date.parse(date)) > WINDOW_MS) {
		throw new GatewayError(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
	}
	return Date.parse(date);
}

function readParameters(read: () => Array<[string, string]>): Array<[string, string]> {
	try {
		return read();
	} catch {
		throw signatureMismatch();
	}
}

function signatureMismatch(): GatewayError {
	return new GatewayError(
		400,
		'SignatureDoesNotMatch',
		'Specified signature is not matched with our calculation.',
	);
}

function header(request: ReceivedRequest, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value.join() : value;
}
