import { sleep, type IDataObject } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { accepted, type Gateway, type GatewayAnswer } from '../gateway/gateway';
import { meansSessionLost, RETCODE } from '../gateway/retcodes';
import { resetSkillsPath, STATUS, type Setup } from './setup';
import { askUntilAdmitted } from './turnedAway';

const SIGN_IN = { method: 'PUT', repetition: 'repeatable' } as const;
const SIGN_OUT = { method: 'DELETE', repetition: 'repeatable' } as const;

const PC_AND_PHONE = 4;
const TRIES = 4;

interface SignInOptions {
	/** Whether a session that is in the way may be ended. */
	takeOver: boolean;
	/** First pause before another try because the gateway is busy; doubles. */
	backOffMs: number;
	/** What the agent is set to; by default, the agent is idle and calls are answered automatically. */
	setup?: Setup;
}

/** Nobody has been called yet: whatever went wrong must not count as unknown. */
function beforeAnyCall(error: VendorError): VendorError {
	const { failure, message, ...details } = error.details();
	if (failure === 'refused') return error;
	const nothingDone = failure === 'notSent' ? 'notSent' : 'refused';
	return new VendorError({ ...details, failure: nothingDone, message: `The agent could not be signed in, so nobody was called. ${message}` });
}

/** The gateway's failures are VendorErrors; anything else is a bug of ours. */
export function asVendorError(error: unknown): VendorError {
	if (error instanceof VendorError) return error;
	return new VendorError({ failure: 'refused', code: 'UNEXPECTED', message: 'The agent session ended unexpectedly' });
}

/** PUT `/onlineagent/{id}` or `…/forcelogin` ("Signing In", cec_07_1202 and cec_07_1203). */
async function putSignIn(gateway: Gateway, force: boolean, { status, autoAnswer }: Setup): Promise<GatewayAnswer> {
	const { agentId, password, phoneNumber } = gateway.account;
	gateway.forgetKeys();
	return await gateway.ask({
		...SIGN_IN,
		path: `/onlineagent/${agentId}${force ? '/forcelogin' : ''}`,
		body: {
			password,
			phonenum: phoneNumber,
			autoanswer: autoAnswer,
			autoenteridle: true,
			releasephone: true,
			agenttype: PC_AND_PHONE,
			status,
		},
	});
}

async function trySignIn(gateway: Gateway, { takeOver, setup = { status: STATUS.idle, autoAnswer: true } }: SignInOptions): Promise<GatewayAnswer> {
	const answer = await putSignIn(gateway, false, setup);
	const again = answer.retcode === RETCODE.alreadySignedIn && takeOver;
	return accepted(again ? await putSignIn(gateway, true, setup) : answer, SIGN_IN);
}

function perhapsOurOwn(): VendorError {
	const message =
		"The gateway did not answer the sign-in and now says that the agent is signed in. That may be this sign-in or somebody else's, so it was left alone and nobody was called. Run the workflow again in two minutes, when the gateway has ended an unused sign-in, or switch on 'Take Over Session' in the credential";
	return new VendorError({ failure: 'refused', code: RETCODE.alreadySignedIn, message });
}

/**
 * A sign-in without an answer may have worked, and then the session in the way of the next try is our own. It is probably ours, but
 * 100-002 does not say whose it is (cec_07_1202). So it is taken over only where any session may be; otherwise the gateway
 * ends ours after 2 minutes without a poll.
 */
async function persistently(gateway: Gateway, options: SignInOptions): Promise<GatewayAnswer> {
	const { takeOver, backOffMs } = options;
	let unanswered = false;
	for (let tries = 1; ; tries++) {
		const ended: GatewayAnswer | VendorError = await trySignIn(gateway, options).catch(asVendorError);
		if (!(ended instanceof VendorError)) return ended;
		if (unanswered && !takeOver && ended.code === RETCODE.alreadySignedIn) throw perhapsOurOwn();
		const again = ended.failure === 'throttled' ? tries < TRIES : ended.failure === 'noAnswer' && !unanswered;
		if (!again) throw beforeAnyCall(ended);
		unanswered ||= ended.failure === 'noAnswer';
		await sleep(backOffMs * 2 ** (tries - 1));
	}
}

/**
 * Signs the agent in, so that the gateway holds the keys of a new session.
 *
 * @returns the vendor's `result`: vdnid, workno, mediatype, loginTime, isForceChange, serverName, timeRemaining
 * @throws VendorError, never one whose outcome is unknown
 */
export async function signIn(gateway: Gateway, options: SignInOptions): Promise<IDataObject> {
	const { result } = await persistently(gateway, options);
	if (!gateway.hasKeys) {
		throw new VendorError({
			failure: 'refused',
			code: 'NO_GUID',
			message: `${gateway.account.host} accepted the sign-in but returned no session (header Set-GUID). Check whether a proxy between n8n and the gateway drops headers`,
		});
	}
	return typeof result === 'object' && result !== null ? (result as IDataObject) : {};
}

/** The vendor's two ways to sign out. The second one also ends the agent's calls. */
export type SignOut = 'logout' | 'forcelogout';

async function trySignOut(gateway: Gateway, backOffMs: number, how: SignOut): Promise<void> {
	const answer = await askUntilAdmitted(gateway, { ...SIGN_OUT, path: `/onlineagent/${gateway.account.agentId}/${how}` }, backOffMs);
	if (answer.retcode !== RETCODE.alreadySignedOut && !meansSessionLost(answer.retcode)) accepted(answer, SIGN_OUT);
}

/**
 * DELETE `/onlineagent/{id}/logout` ("Signing Out", cec_07_1219) or `…/forcelogout` (cec_07_1220). An agent who was already signed out counts as signed out.
 *
 * @param backOffMs first pause before another try when no answer came; doubles
 * @throws VendorError 100-010 while the agent is in a call
 */
export async function signOut(gateway: Gateway, backOffMs: number, how: SignOut = 'logout'): Promise<void> {
	for (let tries = 1; ; tries++) {
		const failure = await trySignOut(gateway, backOffMs, how).then(() => undefined, asVendorError);
		if (!failure) return;
		if (failure.failure === 'refused' || tries === TRIES) throw failure;
		await sleep(backOffMs * 2 ** (tries - 1));
	}
}

/**
 * Activates skills of the agent ("Resetting Skills", cec_07_1209), all of them unless some are named. Outbound calls need none of them, so a refusal does no harm.
 *
 * @param backOffMs as for `signOut`
 * @throws VendorError if no answer came; the agent is signed out then
 */
export async function resetSkills(gateway: Gateway, backOffMs: number, skillIds?: string[]): Promise<void> {
	const request = { method: 'POST', path: `/onlineagent/${gateway.account.agentId}/${resetSkillsPath(skillIds)}` } as const;
	const ended = await gateway.ask(request).catch(asVendorError);
	if (!(ended instanceof VendorError)) return;
	await trySignOut(gateway, backOffMs, 'logout').catch(() => undefined);
	throw beforeAnyCall(ended);
}
