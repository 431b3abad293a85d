import { sleep, type ICredentialDataDecryptedObject, type IDataObject } from 'n8n-workflow';
import { VendorError } from './errors';
import { parsedJson } from './json';
import type { Token, TokenDesk, TokenHolder } from './tokenDesk';

/**
 * Credentials with an access token. Such a credential has two hidden fields. `renewal` is always empty, which makes n8n call
 * `preAuthentication` before each request. `accessToken` holds the copy of the token that n8n stores.
 */

const TRIES = 6;
const FIRST_BACK_OFF_MS = 250;
/** A token may be refused once because it is old, and once more because another process has got a newer one. */
const TOKEN_TRIES = 3;
/** How long before its end a token is renewed, at most. */
const LONGEST_MARGIN_MS = 5 * 60_000;

/** The token that n8n keeps with the credential, unless it was issued for other values of its fields. */
function storedToken({ accessToken }: ICredentialDataDecryptedObject, { fingerprint }: TokenHolder): Token | undefined {
	const stored = parsedJson(String(accessToken ?? '')) as Partial<Token & { account: string }> | null | undefined;
	if (typeof stored?.value !== 'string' || typeof stored.renewAt !== 'number') return undefined;
	return stored.account === fingerprint ? { value: stored.value, renewAt: stored.renewAt } : undefined;
}

/** If there is a code, n8n's credential test shows the code instead of the message. The node looks at the cause. */
function inWordsAlone(error: unknown): never {
	throw new Error(error instanceof Error ? error.message : 'No access token could be fetched', { cause: error });
}

/**
 * What `preAuthentication` returns. n8n stores it with the credential, so it is nothing while the stored token is good.
 *
 * @param request asks for a new token; throws a VendorError
 */
export async function ensuredToken(desk: TokenDesk, holder: TokenHolder, credentials: ICredentialDataDecryptedObject, request: () => Promise<Token>): Promise<IDataObject> {
	const stored = storedToken(credentials, holder);
	const token = await desk.valid(holder, stored, request).catch(inWordsAlone);
	if (token.value === stored?.value) return {};
	return { renewal: '', accessToken: JSON.stringify({ ...token, account: holder.fingerprint }) };
}

/** The token for a request that n8n is about to send; empty if there is none. */
export function tokenFor(desk: TokenDesk, holder: TokenHolder, credentials: ICredentialDataDecryptedObject): string {
	return desk.current(holder) ?? storedToken(credentials, holder)?.value ?? '';
}

/** Sends a request, which does nothing at the vendor if its token is refused. It is then sent again with another token. */
export async function withToken<T>(desk: TokenDesk, holder: TokenHolder, send: () => Promise<T>, isRefused: (answer: T) => boolean): Promise<T> {
	for (let tries = 1; ; tries++) {
		const sentAt = desk.now();
		const answer = await send();
		if (!isRefused(answer) || tries === TOKEN_TRIES) return answer;
		desk.refuse(holder, sentAt);
	}
}

/** When a token is to be renewed that lives for some seconds from now on. */
export function renewalTime(lifeSeconds: number): number {
	const lifeMs = lifeSeconds * 1000;
	return Date.now() + lifeMs - Math.min(LONGEST_MARGIN_MS, lifeMs / 10);
}

/** Whatever the reason, the request that needed the token has not been sent. */
function explained(error: VendorError, vendor: string, remedy: string): VendorError {
	const { failure, vendorMessage, message, ...rest } = error.details();
	if (failure === 'noAnswer' && vendorMessage === undefined) return new VendorError({ ...rest, failure: 'notSent', message });
	if (failure !== 'refused' && failure !== 'noAnswer') return error;
	const said = (vendorMessage ?? message).replace(/\.$/, '');
	return new VendorError({ ...rest, failure: 'refused', vendorMessage, message: `${vendor} issued no access token: ${said}. ${remedy}` });
}

/** A VendorError as a value. */
function caught(error: unknown): VendorError {
	if (error instanceof VendorError) return error;
	throw error;
}

/**
 * Asks for a token, again and again unless the vendor refuses it.
 *
 * @throws VendorError; whatever went wrong, the request that needed the token was not sent
 */
export async function requestedToken(ask: () => Promise<Token>, vendor: string, remedy: string): Promise<Token> {
	for (let tries = 1; ; tries++) {
		const issued = await ask().catch(caught);
		if (!(issued instanceof VendorError)) return issued;
		const told = explained(issued, vendor, remedy);
		if (told.failure === 'refused' || tries === TRIES) throw told;
		await sleep(told.retryAfterMs ?? FIRST_BACK_OFF_MS * 2 ** (tries - 1));
	}
}
